import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { ok } from 'node:assert/strict';
import { areValuesKnown } from '../common-work/check-values.ts';
import { DECISION_ROWS, type DecisionRow } from '../common-work/decision-rows.ts';
import { dayNumber, WORK_FIELDS, withDayNumber, type WorkOutcome } from '../common-work/work-request.ts';
import { answeringAtOnce, type Subject } from '../harness/subject.ts';

const POLICIES = 'common-work';
const ACTION = { type: 'Action', id: 'procureCapacity' };
const RESOURCE = { type: 'Deal', id: 'deal' };

/**
 * A permit policy for each line, parsed once. Cedar itself only allows or denies, but names all the policies that
 * permit; the first line among them gives the outcome.
 */
export function prepare(): Subject {
  const staticPolicies = Object.fromEntries(DECISION_ROWS.map((row, at) => [String(at), policyOf(row)]));
  const parsed = preparsePolicySet(POLICIES, { staticPolicies });
  ok(parsed.type === 'success', JSON.stringify(parsed));
  return answeringAtOnce({
    read: (request) => ({
      context: { ...withDayNumber(request) },
      principal: { type: 'Provider', id: request.provider },
    }),
    decide: ({ context, principal }) => {
      if (!areValuesKnown(context)) return 'invalid';
      const answer = statefulIsAuthorized({
        principal,
        action: ACTION,
        resource: RESOURCE,
        context,
        preparsedPolicySetId: POLICIES,
        entities: [],
      });
      if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
      return outcomeOf(answer.response.diagnostics.reason);
    },
  });
}

function outcomeOf(policies: readonly string[]): WorkOutcome {
  let first = DECISION_ROWS.length;
  for (const policy of policies) first = Math.min(first, Number(policy));
  return DECISION_ROWS[first]?.outcome ?? 'permitted';
}

function policyOf(row: DecisionRow): string {
  const tests = [`context.day >= ${String(dayNumber(row.from))}`];
  if (row.until !== undefined) tests.push(`context.day < ${String(dayNumber(row.until))}`);
  for (const field of WORK_FIELDS) {
    const values = row[field];
    if (values !== undefined) tests.push(field === 'provider' ? isProvider(values) : isListed(field, values));
  }
  if (row.atLeast !== undefined) tests.push(`context.megawatts >= ${String(row.atLeast)}`);
  if (row.below !== undefined) tests.push(`context.megawatts < ${String(row.below)}`);
  return `permit (principal, action == Action::"procureCapacity", resource) when { ${tests.join(' && ')} };`;
}

function isProvider(values: readonly string[]): string {
  return `(${values.map((value) => `principal == Provider::"${value}"`).join(' || ')})`;
}

function isListed(field: string, values: readonly string[]): string {
  return `[${values.map((value) => `"${value}"`).join(', ')}].contains(context.${field})`;
}
