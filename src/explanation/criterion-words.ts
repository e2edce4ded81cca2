import type { CountedTrace, CriterionTrace } from '../evaluation/trace.ts';
import type { Finding } from '../vocabulary/finding.ts';

/** Says which tests made a criterion come out as it did: `capacity is new; workload is training`. */
export function reasonsFor(criterion: CriterionTrace): string {
  return mergedBySubject(decidingTests(criterion, criterion.finding)).map(testInWords).join('; ');
}

type TestTrace = Extract<CriterionTrace, { is: 'test' }>;

/** The tests that carry the finding: for a met `any` only those that are met, for a failed `all` only those that fail. */
function decidingTests(criterion: CriterionTrace, finding: Finding): readonly TestTrace[] {
  if (criterion.finding !== finding) return [];
  if (criterion.is === 'test') return [criterion];
  if (criterion.is === 'not') return criterion.of.flatMap((part) => decidingTests(part, part.finding));
  return criterion.of.flatMap((part) => decidingTests(part, finding));
}

/** Puts tests of one subject together: `build is cloud-service, not own or leased`; `size is 7, at least 5 and less than 9`. */
function mergedBySubject(tests: readonly TestTrace[]): readonly TestTrace[] {
  const merged = new Map<string, TestTrace>();
  for (const each of tests) {
    const key = `${each.subject} ${each.finding}`;
    const known = merged.get(key);
    const isNew = known !== undefined && !alternativesIn(known.test).includes(each.test);
    const joiner = each.finding === 'met' ? 'and' : 'or';
    merged.set(key, isNew ? { ...known, test: `${known.test} ${joiner} ${each.test}` } : (known ?? each));
  }
  return [...merged.values()];
}

function testInWords(test: TestTrace): string {
  return `${comparisonInWords(test)}${test.counted === undefined ? '' : countedInWords(test.counted)}`;
}

/** From which days and what record a measure was found: ` (2025-01-01 to 2025-06-01, 1 counted, on a record to 2025-06-01)`. */
function countedInWords({ from, to, happenings, completeTo }: CountedTrace): string {
  if (from === undefined || to === undefined) return '';
  const record = completeTo === undefined ? 'with no record' : `on a record to ${completeTo}`;
  return ` (${from} to ${to}, ${String(happenings)} counted, ${record})`;
}

function comparisonInWords({ subject, test, value, finding }: TestTrace): string {
  if (value === undefined) return `${subject} is not known (asked: ${test})`;
  if (finding === 'unknown') return `${subject} is ${value} (asked: ${test})`;
  if (alternativesIn(test).includes(value) || YES_OR_NO.has(value)) return `${subject} is ${value}`;
  return finding === 'met' ? `${subject} is ${value}, ${test}` : `${subject} is ${value}, not ${test}`;
}

const YES_OR_NO: ReadonlySet<string> = new Set(['yes', 'no']);

function alternativesIn(test: string): readonly string[] {
  return test.split(/, | or /u);
}
