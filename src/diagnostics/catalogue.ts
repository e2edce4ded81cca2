import { COMPARISON_MISTAKES } from './comparison-mistakes.ts';
import { CALENDAR_MISTAKES } from './calendar-mistakes.ts';
import { CLAUSE_MISTAKES } from './clause-mistakes.ts';
import { FILE_MISTAKES } from './file-mistakes.ts';
import { INSTRUMENT_MISTAKES } from './instrument-mistakes.ts';
import { LEDGER_MISTAKES } from './ledger-mistakes.ts';
import { MEASURE_MISTAKES } from './measure-mistakes.ts';
import { PACK_MISTAKES } from './pack-mistakes.ts';
import { PROCEDURE_MISTAKES } from './procedure-mistakes.ts';
import { REPLAY_MISTAKES } from './replay-mistakes.ts';
import { REQUEST_MISTAKES } from './request-mistakes.ts';
import { SCENARIO_MISTAKES } from './scenario-mistakes.ts';
import { SHAPE_MISTAKES } from './shape-mistakes.ts';
import { TIMELINE_MISTAKES } from './timeline-mistakes.ts';
import { VALUE_MISTAKES } from './value-mistakes.ts';
import { YAML_MISTAKES } from './yaml-mistakes.ts';

/**
 * Every diagnostic there is: what it means, and how to mend the document. The second stands as the hint where a
 * message has none of its own. Each phase, which is the part of a code before the slash, has a file of its own here.
 * `docs/diagnostics.md` shows the same table.
 */
export const CATALOGUE = {
  ...FILE_MISTAKES,
  ...YAML_MISTAKES,
  ...VALUE_MISTAKES,
  ...SHAPE_MISTAKES,
  ...PACK_MISTAKES,
  ...INSTRUMENT_MISTAKES,
  ...CLAUSE_MISTAKES,
  ...CALENDAR_MISTAKES,
  ...PROCEDURE_MISTAKES,
  ...REQUEST_MISTAKES,
  ...SCENARIO_MISTAKES,
  ...LEDGER_MISTAKES,
  ...COMPARISON_MISTAKES,
  ...REPLAY_MISTAKES,
  ...MEASURE_MISTAKES,
  ...TIMELINE_MISTAKES,
} as const satisfies Readonly<Record<string, readonly [means: string, mend: string]>>;

/** The code of a diagnostic, `phase/what-is-wrong`. */
export type DiagnosticCode = keyof typeof CATALOGUE;

/** True for the code of a diagnostic. */
export function isDiagnosticCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(CATALOGUE, code);
}
