import * as z from 'zod';
import { anything, flag, fullList, fullMap, list, map, text } from '../forms/shape-leaves.ts';

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
  intent: z.strictObject({ intent: anything }),
  'letter-of-intent': z.strictObject({ 'letter-of-intent': anything }),
  offer: z.strictObject({ offer: anything }),
  notice: z.strictObject({
    notice: anything,
    to: party,
    contains: list.exactOptional(),
    'may-contain': fullList.exactOptional(),
    given: anything.exactOptional(),
  }),
  'information-request': z.strictObject({ 'information-request': anything, ...response }),
  information: z.strictObject({ information: anything, to: party }),
  decline: z.strictObject({ decline: anything, ...response }),
  interest: z.strictObject({ interest: anything, ...response }),
  agreement: z.strictObject({ agreement: anything, ...response }),
  exercise: z.strictObject({
    exercise: anything,
    ...response,
    takes: fullMap.exactOptional(),
    differs: fullMap.exactOptional(),
  }),
  change: z.strictObject({ change: anything, of: fullMap }),
  consent: z.strictObject({ consent: anything, by: anything }),
  refusal: z.strictObject({ refusal: anything, by: anything }),
  waiver: z.strictObject({
    waiver: anything,
    by: anything,
    of: fullList.exactOptional(),
    'any-terms': flag.exactOptional(),
  }),
  signature: z.strictObject({ signature: anything }),
} as const;

export const PART_TAKEN_SHAPE = z.strictObject({ taken: anything, of: anything });
/** The largest number that a term of a deal may have, whatever its unit. */
export const LARGEST_FIGURE = 1e15;

export const NUMBERS_SHAPE = z.strictObject({ from: anything, to: anything });
