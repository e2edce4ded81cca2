import * as z from 'zod';
import { anything, fullList, fullMap, list, map, oneOf, text } from '../forms/shape-leaves.ts';

export const SCENARIO_FILE_SHAPE = z.strictObject({ pack: anything, scenarios: fullList });

export const SCENARIO_SHAPE = z.strictObject({
  id: anything,
  why: text.exactOptional(),
  request: map,
  assumptions: oneOf(['as-stated', 'open']).exactOptional(),
  pending: text.exactOptional(),
  expect: fullMap.exactOptional(),
  diagnostics: fullList.exactOptional(),
});

const act = {
  outcome: anything,
  possible: fullList.exactOptional(),
  governing: list.exactOptional(),
  'turns-on': list.exactOptional(),
};

export const ACT_EXPECTATION_SHAPE = z.strictObject(act);
export const EXPECTATION_SHAPE = z.strictObject({ ...act, acts: fullMap.exactOptional() });
