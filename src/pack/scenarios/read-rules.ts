import { CATALOGUE, isDiagnosticCode, type DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { checkShape } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { readList, readOneOrMore } from '../forms/read-list.ts';
import { readText } from '../forms/read-text.ts';
import type { Expectation, Scalar } from '../scenario.ts';
import type { Report } from '../written/report.ts';
import { child, entriesOf, itemsOf, type Spot } from '../written/written.ts';
import { readScalar, type Axis } from './read-axes.ts';
import { resolveExpectation } from './resolve-expectation.ts';
import { REFUSAL_RULE_SHAPE, RULE_SHAPE } from './scenario-shapes.ts';

/** What is expected in some cells of a matrix. */
export interface Rule {
  readonly spot: Spot;
  /** For the axes that it names, the values on which it speaks; an axis that it does not name makes no difference. */
  readonly when: ReadonlyMap<string, ReadonlySet<Scalar>>;
  readonly expectation?: Expectation;
  readonly diagnostics?: readonly DiagnosticCode[];
}

/** Reads the rules under `expect` of a matrix. */
export function readRules(expect: Spot, axes: readonly Axis[], report: Report): readonly Rule[] | undefined {
  return completeList(itemsOf(expect).map((spot) => readRule(spot, axes, report)));
}

function readRule(spot: Spot, axes: readonly Axis[], report: Report): Rule | undefined {
  const when = readWhen(child(spot, 'when'), axes, report);
  const codes = child(spot, 'diagnostics');
  if (codes.value === undefined) {
    const expectation = resolveExpectation(spot, report, RULE_SHAPE);
    return when === undefined || expectation === undefined ? undefined : { spot, when, expectation };
  }
  if (child(spot, 'outcome').value !== undefined) {
    return report('scenario/two-expectations', codes, 'the rule expects an answer and diagnostics', {
      part: 'key',
    });
  }
  const shape = checkShape(spot, REFUSAL_RULE_SHAPE, report);
  const diagnostics = shape && readCodes(codes, report);
  return when === undefined || diagnostics === undefined ? undefined : { spot, when, diagnostics };
}

/** Reads the codes of diagnostics that a request must get. */
export function readCodes(spot: Spot, report: Report): readonly DiagnosticCode[] | undefined {
  return readList(spot, (each) => readCode(each, report), report);
}

function readCode(spot: Spot, report: Report): DiagnosticCode | undefined {
  const code = readText(spot, report);
  if (code === undefined || isDiagnosticCode(code)) return code;
  const hint = didYouMean(code, Object.keys(CATALOGUE));
  return report('scenario/unknown-code', spot, `there is no diagnostic ${inBackticks(code)}`, { hint });
}

function readWhen(spot: Spot, axes: readonly Axis[], report: Report): Rule['when'] | undefined {
  const read = entriesOf(spot).map(([name, each]) => {
    const values = readOnAxis(name, each, axes, report);
    return values === undefined ? undefined : ([name, new Set(values)] as const);
  });
  const complete = completeList(read);
  return complete === undefined ? undefined : new Map(complete);
}

function readOnAxis(
  name: string,
  spot: Spot,
  axes: readonly Axis[],
  report: Report,
): readonly Scalar[] | undefined {
  const names = axes.map((each) => each.name);
  const axis = axes.find((each) => each.name === name);
  if (axis === undefined) {
    const hint = didYouMean(name, names) ?? `its axes are ${listed(names, 'and')}`;
    const message = `the matrix has no axis ${inBackticks(name)}`;
    return report('scenario/not-in-matrix', spot, message, { part: 'key', hint });
  }
  return readOneOrMore(spot, (each) => readOneOf(each, axis, report), report);
}

function readOneOf(spot: Spot, { name, known }: Axis, report: Report): Scalar | undefined {
  const value = readScalar(spot, report);
  if (value === undefined || known.has(value)) return value;
  const texts = [...known].map(String);
  const hint = didYouMean(String(value), texts) ?? `it has ${listed(texts, 'and')}`;
  const message = `${inBackticks(String(value))} is no value of the axis ${inBackticks(name)}`;
  return report('scenario/not-in-matrix', spot, message, { hint });
}
