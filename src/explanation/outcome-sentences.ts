import type { ActAnswer, Answer, Decision, Governing, Reduction } from '../evaluation/decision.ts';
import type { Outcome, SettledOutcome } from '../vocabulary/outcome.ts';
import { counted, joined } from './counting.ts';

/** What each outcome is called in an answer. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  permitted: 'permitted',
  conditional: 'conditional',
  'first-refusal': 'subject to a first right',
  prohibited: 'prohibited',
  conflicted: 'conflicting promises',
  undetermined: 'undetermined',
};

/** Puts an outcome in a few words, with the quantity for which it holds and with what it hangs on. */
export function verdictOf(
  { outcome, possible }: Pick<Answer, 'outcome' | 'possible'>,
  assumptions: number,
  reduction: Reduction | undefined,
): string {
  const settled = outcomeInWords(outcome, possible);
  const words =
    outcome === 'conditional' && reduction?.certain === true
      ? `${settled}, ${reduction.fact} ${reduction.to}`
      : settled;
  return assumptions === 0 ? words : `${words}, on ${counted(assumptions, 'assumption')}`;
}

function outcomeInWords(outcome: Outcome, possible: readonly SettledOutcome[]): string {
  if (outcome !== 'undetermined') return OUTCOME_WORDS[outcome];
  const alternatives = possible.map((each) => OUTCOME_WORDS[each]);
  return `undetermined (${joined(alternatives, 'or')})`;
}

/** Asks the request's question in one sentence. */
export function questionOf({ request, answers }: Decision): string {
  const acts = joined(
    request.acts.map((act) => act.name),
    'and',
  );
  const [only, ...others] = answers;
  const provider = only !== undefined && others.length === 0 ? ` with ${only.name} as the provider` : '';
  const which = provider === '' ? 'With which provider may' : 'May';
  return `${which} ${request.actor.name} ${acts}${provider} on ${request.date}?`;
}

/** Answers one act in a plain sentence. */
export function sentenceFor(act: ActAnswer, answer: Answer, { request }: Decision): string {
  const actor = request.actor.name;
  const deed = `${act.title} with ${answer.name} as the provider`;
  const on = `on ${request.date}`;
  switch (act.outcome) {
    case 'permitted':
      return `${actor} may ${deed} ${on}${freedom(act)}.`;
    case 'conditional':
      return `${actor} may ${deed} ${on} only after ${stepsInShort(act)}.`;
    case 'first-refusal':
      return `${actor} may not yet ${deed} ${on}: ${rightsInShort(act)} to be honoured first.`;
    case 'prohibited':
      return `${actor} may not ${deed} ${on}: ${barsInShort(act)}.`;
    case 'conflicted':
      return `${actor} cannot keep all it has promised if it should ${deed} ${on}: ${clauseList(act.governing)} cannot all be kept.`;
    case 'undetermined':
      return `Whether ${actor} may ${deed} ${on} is undetermined: it may be ${alternatives(act)}, and ${hingesOn(act)}.`;
  }
}

function freedom(act: ActAnswer): string {
  if (act.governing.length > 0) return '';
  const honoured = act.trace.filter((clause) => clause.status === 'satisfied').map(nameOf);
  if (honoured.length > 0)
    return `: ${joined(honoured, 'and')} ${honoured.length === 1 ? 'has' : 'have'} been honoured`;
  return ': no clause in force stands in the way';
}

function stepsInShort(act: ActAnswer): string {
  const steps = act.steps.map((step) => `${step.by.name} has done this: ${step.do}`);
  return steps.length === 0 ? 'a step has been taken' : joined(steps, 'and');
}

function rightsInShort(act: ActAnswer): string {
  const holders = [...new Set(holdersOf(act, 'first-refusal'))];
  const right = holders.length === 1 ? 'first right has' : 'first rights have';
  return `${joined(
    holders.map((name) => `${name}'s`),
    'and',
  )} ${right}`;
}

function barsInShort(act: ActAnswer): string {
  const bars = new Map<string, string[]>();
  for (const governing of act.governing) {
    const clause = act.trace.find((each) => each.clause === governing.clause);
    const reserved =
      clause?.standing.includes('reserved-for-another') === true && clause.holder !== undefined;
    const verb = reserved ? `reserved for ${clause.holder.name}` : 'forbidden';
    bars.set(verb, [...(bars.get(verb) ?? []), nameOf(governing)]);
  }
  return joined(
    [...bars].map(([verb, clauses]) => `it is ${verb} by ${joined(clauses, 'and')}`),
    'and',
  );
}

function holdersOf(act: ActAnswer, outcome: SettledOutcome): readonly string[] {
  const governing = new Set(
    act.governing.filter((each) => each.outcome === outcome).map((each) => each.clause),
  );
  return act.trace.flatMap((clause) =>
    governing.has(clause.clause) && clause.holder ? [clause.holder.name] : [],
  );
}

function alternatives(act: ActAnswer): string {
  return joined(
    act.possible.map((outcome) => OUTCOME_WORDS[outcome]),
    'or',
  );
}

function hingesOn(act: ActAnswer): string {
  const ids = act.turnsOn.map((unknown) => unknown.id);
  return ids.length === 1 ? `it turns on ${ids.join()}` : `it turns on ${counted(ids.length, 'unknown')}`;
}

function clauseList(governing: readonly Governing[]): string {
  return joined(governing.map(nameOf), 'and');
}

/** Names a clause as people cite it: number where it has one, and title. */
export function nameOf({
  clause,
  number,
  title,
}: {
  clause: string;
  number?: string;
  title: string;
}): string {
  return `${number ?? clause} (${title})`;
}
