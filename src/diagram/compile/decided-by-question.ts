import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Settlement } from '../../pack/settlement.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import { BudgetSpent } from '../algebra/diagrams.ts';
import { exactUnder, requestDiagrams } from '../requests/exact-answer.ts';
import type { Columns } from './columns.ts';
import type { Compiled } from './compiled.ts';
import { ANY_OTHER } from './any-other.ts';
import { orderedVariables } from './compile-pack.ts';
import { dateVariable } from './date-variable.ts';
import { dayOf } from './day-keys.ts';
import { bitsOf } from './decided-of.ts';
import { malformed } from './malformed.ts';
import { questionAt } from './question-at.ts';
import type { Explained, Invalid, Question } from './question.ts';
import { NO_VALUE } from './no-value.ts';
import { classOfValue, slotsOf, type Slot } from './slots.ts';

/** Answers each question by diagrams of its own: as exact as those of the whole pack, and slower. */
export function decidedByQuestion(pack: Pack, settlement: Settlement): Compiled {
  const slots = slotsOf(pack, []);
  const labels = new Map(
    orderedVariables(pack, settlement, dateVariable(pack)).map(({ key, classes }) => [key, classes]),
  );
  const explain = (question: Question): Explained | Invalid => {
    const form = malformed(question);
    if (form !== undefined) return form;
    const request = requestOf(question, pack, slots);
    if ('invalid' in request) return request;
    const wrong = Object.entries(question.known ?? {}).find(
      ([key, value]) => labels.get(key)?.some(({ label }) => label === value) !== true,
    );
    if (wrong !== undefined) return { invalid: { part: wrong[0], value: wrong[1] } };
    return explained(pack, request, settlement, question);
  };
  return {
    decide: explain,
    explain,
    decideColumns: (columns) => decidedRows(columns, explain),
    size: undefined,
  };
}

function explained(
  pack: Pack,
  request: Request,
  settlement: Settlement,
  { provider, act, known = {} }: Question,
): Explained {
  try {
    const diagrams = requestDiagrams(pack, request, known);
    const { possible, turnsOn } = exactUnder(diagrams, diagrams.actOf(provider, act).outcome, settlement);
    const [only, second] = possible;
    return { outcome: only !== undefined && second === undefined ? only : 'undetermined', possible, turnsOn };
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return { outcome: 'undetermined', possible: SETTLED_OUTCOMES, turnsOn: [], bounded: true };
  }
}

function decidedRows(columns: Columns, explain: Compiled['explain']): Uint8Array {
  return Uint8Array.from({ length: columns.length }, (_, row) => {
    const decided = explain(questionAt(columns, row));
    return 'invalid' in decided ? 0 : bitsOf(decided.possible);
  });
}

/** Reads a question into a request of one act and one candidate. */
function requestOf(question: Question, pack: Pack, slots: ReadonlyMap<string, Slot>): Request | Invalid {
  const { actor, act, provider } = question;
  const day = dayOf(question.date);
  if (day === undefined) return { invalid: { part: 'date', value: question.date } };
  const parties = new Set([...pack.parties.map(({ id }) => id), ANY_OTHER]);
  if (!parties.has(actor)) return { invalid: { part: 'actor', value: actor } };
  if (!pack.acts.some(({ id }) => id === act)) return { invalid: { part: 'act', value: act } };
  if (!parties.has(provider)) return { invalid: { part: 'provider', value: provider } };
  const facts = factsOf(question, slots);
  if ('invalid' in facts) return { invalid: facts.invalid };
  const rest = { providersNamed: true, readings: {}, digest: '' };
  return { actor, date: day, acts: [act], providers: [provider], facts: facts.known, ...rest };
}

function factsOf(
  { facts = {} }: Question,
  slots: ReadonlyMap<string, Slot>,
): { readonly known: Request['facts'] } | Invalid {
  const known = Object.create(null) as Record<string, Scalar>;
  for (const [fact, value] of Object.entries(facts)) {
    const slot = slots.get(fact);
    if (slot === undefined) return { invalid: { part: fact, value } };
    if (isUnknown(value)) continue;
    const read = scalarOf(slot, value);
    if (read === undefined) return { invalid: { part: fact, value } };
    known[fact] = read;
  }
  return { known };
}

function isUnknown(value: unknown): boolean {
  return value === undefined || value === null || value === 'unknown';
}

/** The value as the pack keeps it, days as day numbers; `undefined` for none of the fact. */
function scalarOf({ sort, isDay }: Slot, value: unknown): Scalar | undefined {
  if (classOfValue(sort, value, 0, () => []) === NO_VALUE) return undefined;
  return isDay && value !== 'not-yet' ? dayOf(value) : (value as Scalar);
}
