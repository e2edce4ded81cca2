import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { ok } from 'node:assert/strict';
import { answeringAtOnce } from '../../harness/subject.ts';
import type { ShippedSubject } from '../../harness/shipped-subjects.ts';
import type { DecisionTable, TableLine } from '../../shipped/table-line.ts';
import { valuesChecked } from '../../shipped/shipped-request.ts';
import { withDay } from '../../shipped/with-day.ts';

const POLICIES = 'shipped';
const ACTION = { type: 'Action', id: 'act' };
const RESOURCE = { type: 'Deal', id: 'deal' };

/** A permit policy for each line, parsed once; the line that Cedar names gives the outcome, for at most one holds. */
export function prepare(table: DecisionTable): ShippedSubject {
  const areValuesKnown = valuesChecked(table);
  const staticPolicies = Object.fromEntries(table.lines.map((line, at) => [String(at), policyOf(line)]));
  const parsed = preparsePolicySet(POLICIES, { staticPolicies });
  ok(parsed.type === 'success', JSON.stringify(parsed));
  return answeringAtOnce({
    read: (request) => ({
      context: withDay(request),
      principal: { type: 'Provider', id: request['provider'] ?? '' },
    }),
    decide: ({ context, principal }): string => {
      if (!areValuesKnown(context)) return 'invalid';
      const call = { principal, action: ACTION, resource: RESOURCE, context, entities: [] };
      const answer = statefulIsAuthorized({ ...call, preparsedPolicySetId: POLICIES });
      if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
      const [line] = answer.response.diagnostics.reason;
      return table.lines[Number(line ?? -1)]?.outcome ?? 'permitted';
    },
  });
}

function policyOf({ from, until, lists }: TableLine): string {
  const tests = Object.entries(lists).map(([field, values]) =>
    field === 'provider' ? isProvider(values) : isListed(field, values),
  );
  if (until !== undefined) tests.unshift(`context.day < ${String(until)}`);
  if (from !== undefined) tests.unshift(`context.day >= ${String(from)}`);
  return `permit (principal, action, resource) when { ${tests.join(' && ') || 'true'} };`;
}

function isProvider(values: readonly string[]): string {
  return `(${values.map((value) => `principal == Provider::${JSON.stringify(value)}`).join(' || ')})`;
}

function isListed(field: string, values: readonly string[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}].contains(context[${JSON.stringify(field)}])`;
}
