import type { CriterionTrace } from '../evaluation/decision.ts';
import type { Finding } from '../vocabulary/finding.ts';

/** Says which tests made a criterion come out as it did: `capacity is new; workload is training`. */
export function reasonsFor(criterion: CriterionTrace): string {
  const tests = decidingTests(criterion, criterion.finding);
  return [...new Set(tests.map(testInWords))].join('; ');
}

/** Says of a criterion that is met which facts met it; empty where it has no test. */
export function testsInWords(criterion: CriterionTrace, finding: Finding): readonly string[] {
  return [...new Set(decidingTests(criterion, finding).map(testInWords))];
}

type TestTrace = Extract<CriterionTrace, { is: 'test' }>;

/** The tests that carry the finding: for a met `any` only those that are met, for a failed `all` only those that fail. */
function decidingTests(criterion: CriterionTrace, finding: Finding): readonly TestTrace[] {
  if (criterion.finding !== finding) return [];
  if (criterion.is === 'test') return [criterion];
  if (criterion.is === 'not') return criterion.of.flatMap((part) => decidingTests(part, part.finding));
  return criterion.of.flatMap((part) => decidingTests(part, finding));
}

function testInWords({ subject, test, value, finding }: TestTrace): string {
  if (value === undefined) return `${subject} is not known (asked: ${test})`;
  if (finding === 'unknown') return `${subject} is ${value} (asked: ${test})`;
  if (test === value) return `${subject} is ${value}`;
  return `${subject} is ${value}, ${finding === 'met' ? 'as asked' : 'not'} ${test}`;
}
