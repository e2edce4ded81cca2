import * as z from 'zod';
import { anything, flag, fullList, list, map, text } from '../forms/shape-leaves.ts';

/** The shape of a request. */
export const REQUEST_SHAPE = z.strictObject({
  actor: anything,
  date: anything,
  acts: fullList,
  providers: fullList.exactOptional(),
  facts: map.exactOptional(),
  divisible: anything.exactOptional(),
  readings: map.exactOptional(),
  opportunity: map.exactOptional(),
  happened: map.exactOptional(),
  through: anything.exactOptional(),
  designees: map.exactOptional(),
  assessments: map.exactOptional(),
  elections: map.exactOptional(),
});

export const OPPORTUNITY_SHAPE = z.strictObject({
  id: text,
  counterparty: anything,
  'complete-to': anything.exactOptional(),
  events: list.exactOptional(),
});

export const HAPPENED_SHAPE = z.strictObject({
  'complete-to': anything.exactOptional(),
  entries: list.exactOptional(),
});

const party = anything.exactOptional();
const response = { by: party };

export const ASSESSMENT_SHAPE = z.strictObject({ finding: flag, by: text, on: anything });

/** The shape of each kind of event. */
export const EVENT_SHAPES = {
  notice: z.strictObject({ notice: anything, to: party, contains: list.exactOptional() }),
  decline: z.strictObject({ decline: anything, ...response }),
  exercise: z.strictObject({ exercise: anything, ...response }),
  consent: z.strictObject({ consent: anything, by: anything }),
  refusal: z.strictObject({ refusal: anything, by: anything }),
  waiver: z.strictObject({ waiver: anything, by: anything }),
  offer: z.strictObject({ offer: anything }),
  signature: z.strictObject({ signature: anything }),
} as const;
