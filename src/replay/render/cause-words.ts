import type { Cause, ReplayedAct, ReplayedAnswer, ReplayResult } from '../replay.ts';

/** Says what made a difference, beginning with its kind. */
export function causeWords(cause: Cause): string {
  const { forSense, ...rest } = cause;
  return forSense === true ? `${plainWords(rest)} (without it the rest makes no sense)` : plainWords(rest);
}

function plainWords(cause: Cause): string {
  const { kind, instrument } = cause;
  if (kind === 'program')
    return 'program: the rules and the request are as recorded, but it answers otherwise';
  if (instrument !== undefined) return `${kind}: ${inInstrument(instrument, cause)}`;
  const isDay = kind === 'date' && cause.part === 'date';
  return `${kind}: ${changeWords(isDay ? { ...cause, part: 'the day asked for' } : cause)}`;
}

function inInstrument(instrument: string, cause: Cause): string {
  const { clause, part, change } = cause;
  if (part === undefined) return WHOLE[change](`the instrument ${instrument}`);
  if (part === `ends.${clause ?? ''}`)
    return `${instrument} ${change === 'added' ? 'now ends' : 'no longer ends'} ${clause ?? ''}`;
  if (part === `clauses.${clause ?? ''}`) return WHOLE[change](`the clause ${clause ?? ''} of ${instrument}`);
  return `${instrument}, ${changeWords(cause)}`;
}

const WHOLE: Readonly<Record<Cause['change'], (name: string) => string>> = {
  added: (name) => `${name}, which was not there`,
  removed: (name) => `${name}, which is gone`,
  changed: (name) => `${name}, in several parts`,
};

function changeWords({ part = '', change, before, after }: Cause): string {
  if (before !== undefined && after !== undefined) return `${part} was ${before}, is ${after}`;
  if (change === 'added') return `${part}${after === undefined ? '' : ` ${after}`}, which was not there`;
  if (change === 'removed') return `${part}${before === undefined ? '' : ` ${before}`}, which is gone`;
  return `${part} is not as it was`;
}

/** Introduces the causes of one answer. */
export function causesLead({ causes, together }: ReplayedAnswer): string {
  if (together) return 'these, put back together, restore the recorded answer, and none of them alone:';
  return causes.length === 1 ? 'put back alone, this restores the recorded answer:' : SEVERAL;
}

const SEVERAL = 'each of these, put back alone, restores the recorded answer:';

/** Says what became of an answer. */
export function answerWords({ name, result, ...answer }: ReplayedAnswer): string {
  const before = outcomeWords(answer.before, answer.possibleBefore);
  if (result === 'unchanged') return `${name}: ${before}, unchanged`;
  if (result === 'reason-changed') return `${name}: ${before} as before, for other reasons`;
  const after = outcomeWords(answer.after, answer.possibleAfter);
  return before === after
    ? `${name}: ${before} as before, but not in each act`
    : `${name}: ${before} → ${after}`;
}

function outcomeWords(outcome: string, possible: readonly string[]): string {
  return possible.length < 2 ? outcome : `${outcome} (${possible.join(' or ')})`;
}

/** Says what differs in one act, where that is more than its outcome. */
export function actWords({ title, before, after, ...changes }: ReplayedAct, answer: ReplayedAnswer): string {
  const isToldAlready = before === answer.before && after === answer.after;
  const { nowGoverns, noLongerGoverns, otherwise } = changes;
  const parts = [
    ...(before === after || isToldAlready ? [] : [`${before} → ${after}`]),
    ...(nowGoverns.length === 0 ? [] : [`now governed by ${nowGoverns.join(', ')}`]),
    ...(noLongerGoverns.length === 0 ? [] : [`no longer governed by ${noLongerGoverns.join(', ')}`]),
    ...otherwise.map((what) => (what === 'steps' ? 'other steps or days' : 'it turns on something else')),
  ];
  return `to ${title}: ${parts.length === 0 ? 'other outcomes' : parts.join('; ')}`;
}

/** Counts decisions by what became of them. */
export function countWords(counts: Readonly<Record<ReplayResult, number>>): string {
  const all = counts.unchanged + counts['reason-changed'] + counts.flipped;
  const decisions = `${String(all)} recorded ${all === 1 ? 'decision' : 'decisions'} asked again`;
  const unchanged = `${String(counts.unchanged)} unchanged`;
  const reasons = `${String(counts['reason-changed'])} with the same outcomes for other reasons`;
  return `${decisions}: ${unchanged}, ${reasons}, ${String(counts.flipped)} flipped.`;
}

/** Says why nothing was found, or that there may be more; nothing where everything was tried. */
export function unknownWords({ causes, unattributed }: ReplayedAnswer): string | undefined {
  if (unattributed === undefined) return undefined;
  const what = causes.length === 0 ? 'what made the difference is not known' : 'not everything was tried';
  return `${what}: ${unattributed}`;
}
