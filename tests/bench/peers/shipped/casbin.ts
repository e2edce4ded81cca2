import { newEnforcer, newModelFromString } from 'casbin';
import { answeringAtOnce } from '../../harness/subject.ts';
import type { ShippedSubject } from '../../harness/shipped-subjects.ts';
import type { DecisionTable, TableLine } from '../../shipped/table-line.ts';
import { valuesChecked } from '../../shipped/shipped-request.ts';
import { withDay } from '../../shipped/with-day.ts';

/** The synchronous enforcer over a policy line for each line; it stops at the first that matches and says which it was. */
export async function prepare(table: DecisionTable): Promise<ShippedSubject> {
  const { fields } = table;
  const areValuesKnown = valuesChecked(table);
  const enforcer = await newEnforcer(newModelFromString(modelOf(table)));
  await enforcer.addFunction('listed', listed);
  await enforcer.addPolicies(table.lines.map((line) => policyOf(line, table)));
  return answeringAtOnce({
    read: (request) => {
      const facts = withDay(request);
      return { facts, values: [facts.day, ...fields.map((field) => facts[field])] };
    },
    decide: ({ facts, values }): string => {
      if (!areValuesKnown(facts)) return 'invalid';
      const [isMatched, line] = enforcer.enforceExSync(...values);
      return isMatched ? (line.at(-1) ?? '') : 'permitted';
    },
  });
}

/** casbin takes no hyphens in names, so that fields are numbered. */
function modelOf({ fields }: DecisionTable): string {
  const names = fields.map((_, at) => `field${String(at)}`);
  return `
[request_definition]
r = day, ${names.join(', ')}
[policy_definition]
p = from, until, ${names.join(', ')}, outcome
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.day >= p.from && r.day < p.until && ${names.map((name) => `listed(p.${name}, r.${name})`).join(' && ')}
`;
}

function listed(list: string, value: string): boolean {
  return list === '*' || list.includes(`,${value},`);
}

function policyOf({ from, until, lists, outcome }: TableLine, { fields }: DecisionTable): readonly string[] {
  const limits = [String(from ?? '-Infinity'), String(until ?? 'Infinity')];
  const values = fields.map((field) => (lists[field] === undefined ? '*' : `,${lists[field].join(',')},`));
  return [...limits, ...values, outcome];
}
