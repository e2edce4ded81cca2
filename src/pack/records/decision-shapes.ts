import * as z from 'zod';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import { anything, oneOf, text } from '../forms/shape-leaves.ts';

const DAY = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const NAMED = z.looseObject({ id: text, name: text });
const SETTLED = z.enum(SETTLED_OUTCOMES);
const POSSIBLE = z.array(SETTLED).min(1);
const OUTCOME = z.enum([...SETTLED_OUTCOMES, 'undetermined']);

const ACT = z.looseObject({
  act: text,
  title: text,
  outcome: OUTCOME,
  possible: POSSIBLE,
  governing: z.array(z.looseObject({ clause: text, outcome: SETTLED })),
  turnsOn: z.array(z.looseObject({ id: text })),
  steps: z.array(z.looseObject({ clause: text, kind: text })),
});

const ANSWER = z.looseObject({
  provider: text,
  name: text,
  outcome: OUTCOME,
  possible: POSSIBLE,
  acts: z.array(ACT).min(1),
});

/** A decision without its trace, as far as it is held against another. */
const DECISION = z.looseObject({
  pack: z.looseObject({ id: text, title: text, digest: text }),
  request: z.looseObject({
    digest: text,
    date: DAY,
    actor: NAMED,
    acts: z.array(NAMED),
    knownOn: DAY.exactOptional(),
  }),
  answers: z.array(ANSWER),
});

/** A line of a record of decisions. */
export const DECISION_LINE_SHAPE = z.strictObject({
  format: text,
  assumptions: oneOf(['as-stated', 'open']),
  document: anything,
  decision: z.custom<unknown>((value) => DECISION.safeParse(value).success, { error: 'a decision' }),
  seal: text,
});
