import { newEnforcer, newModelFromString } from 'casbin';
import { areValuesKnown } from '../common-work/check-values.ts';
import { DECISION_ROWS, type DecisionRow } from '../common-work/decision-rows.ts';
import { dayNumber, WORK_FIELDS, withDayNumber, type WorkOutcome } from '../common-work/work-request.ts';
import { answeringAtOnce, type Subject } from '../harness/subject.ts';

const FIELDS = WORK_FIELDS.join(', ');

/** A policy line has the limits of its intervals, a list for each field with commas around, and the outcome. */
const MODEL = `
[request_definition]
r = day, megawatts, ${FIELDS}
[policy_definition]
p = from, until, least, below, ${FIELDS}, outcome
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.day >= p.from && r.day < p.until && r.megawatts >= p.least && r.megawatts < p.below && ${WORK_FIELDS.map((field) => `listed(p.${field}, r.${field})`).join(' && ')}
`;

/** The synchronous enforcer; it stops at the first line that matches and says which it was. */
export async function prepare(): Promise<Subject> {
  const enforcer = await newEnforcer(newModelFromString(MODEL));
  await enforcer.addFunction('listed', listed);
  await enforcer.addPolicies(DECISION_ROWS.map(lineOf));
  return answeringAtOnce({
    read: withDayNumber,
    decide: (request) => {
      if (!areValuesKnown(request)) return 'invalid';
      const [isMatched, line] = enforcer.enforceExSync(
        request.day,
        request.megawatts,
        request.provider,
        request.capacity,
        request.workload,
        request.build,
        request.customer,
        request.clearance,
      );
      return isMatched ? (line.at(-1) as WorkOutcome) : 'permitted';
    },
  });
}

function listed(list: string, value: string): boolean {
  return list === '*' || list.includes(`,${value},`);
}

function lineOf(row: DecisionRow): readonly string[] {
  const until = row.until === undefined ? 'Infinity' : String(dayNumber(row.until));
  const lists = WORK_FIELDS.map((field) => (row[field] === undefined ? '*' : `,${row[field].join(',')},`));
  const limits = [String(row.atLeast ?? 0), String(row.below ?? 'Infinity')];
  return [String(dayNumber(row.from)), until, ...limits, ...lists, row.outcome];
}
