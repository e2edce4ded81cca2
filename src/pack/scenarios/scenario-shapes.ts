import * as z from 'zod';
import { anything, fullList, fullMap, list, map, oneOf, text } from '../forms/shape-leaves.ts';

export const SCENARIO_FILE_SHAPE = z.strictObject({
  pack: anything,
  deals: fullMap.exactOptional(),
  scenarios: fullList,
});

const entry = {
  id: anything,
  why: text.exactOptional(),
  request: map,
  assumptions: oneOf(['as-stated', 'open']).exactOptional(),
  pending: text.exactOptional(),
  diagnostics: fullList.exactOptional(),
};

export const SCENARIO_SHAPE = z.strictObject({ ...entry, expect: fullMap.exactOptional() });

/** An entry that stands for a scenario in each cell of a matrix. */
export const MATRIX_ENTRY_SHAPE = z.strictObject({
  ...entry,
  matrix: fullMap,
  expect: fullList.exactOptional(),
});

export const MATRIX_SHAPE = z.strictObject({
  date: fullList.exactOptional(),
  provider: fullList.exactOptional(),
  act: fullList.exactOptional(),
  deal: fullList.exactOptional(),
  facts: fullMap.exactOptional(),
  readings: fullMap.exactOptional(),
});

const act = {
  outcome: anything,
  possible: fullList.exactOptional(),
  governing: list.exactOptional(),
  'turns-on': list.exactOptional(),
};

export const ACT_EXPECTATION_SHAPE = z.strictObject(act);
export const EXPECTATION_SHAPE = z.strictObject({ ...act, acts: fullMap.exactOptional() });

const where = { when: fullMap.exactOptional(), why: text.exactOptional() };

/** An answer that is expected in some cells of a matrix. */
export const RULE_SHAPE = z.strictObject({ ...where, ...EXPECTATION_SHAPE.shape });

/** Diagnostics that are expected in some cells of a matrix. */
export const REFUSAL_RULE_SHAPE = z.strictObject({ ...where, diagnostics: fullList });
