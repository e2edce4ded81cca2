import type { ActAnswer, Assumption, Step, Unknown } from '../evaluation/decision.ts';
import type { ClauseStatus, ClauseTrace } from '../evaluation/trace.ts';
import { dutyItem, weighingItem } from './clause-items.ts';
import { idleItem } from './idle-clauses.ts';
import { joined } from './counting.ts';
import type { Item, Section } from './explanation.ts';
import { firmnessItems } from './firmness-items.ts';
import { nameOf, OUTCOME_WORDS } from './outcome-sentences.ts';

/** Gives the reasons of one act's answer: what governs, what is open, what comes next, and what was set aside. */
export function sectionsFor(act: ActAnswer): readonly Section[] {
  const sections: Section[] = [
    { heading: 'Because', brief: true, items: governingItems(act) },
    { heading: 'It turns on', brief: true, items: [...act.turnsOn.map(unknownItem), ...casesOf(act)] },
    { heading: 'Next', brief: true, items: act.steps.map((step) => stepItem(step, citerFor(act))) },
    { heading: 'Assumed', brief: true, items: assumptionItems(act) },
    { heading: 'How firm it is', brief: false, items: firmnessItems(act) },
    { heading: 'Duties that go on', brief: false, items: duties(act).map(dutyItem) },
    ...SET_ASIDE.map(([status, heading]) => ({ heading, brief: false, items: itemsOf(act, status) })),
  ];
  return sections.filter((section) => section.items.length > 0);
}

const SET_ASIDE: readonly (readonly [ClauseStatus, string])[] = [
  ['displaced', 'Displaced'],
  ['carved-out', 'Carved out'],
  ['ceased', 'Without force'],
  ['waived', 'Waived for this deal'],
  ['satisfied', 'Honoured'],
  ['not-applicable', 'Does not apply here'],
  ['not-in-force', 'Not in force on the day'],
];

function governingItems(act: ActAnswer): readonly Item[] {
  const always = new Map(act.governing.map((each) => [each.clause, each.always]));
  const governing = act.trace.filter((clause) => always.has(clause.clause));
  const open = act.outcome === 'undetermined';
  const items = governing.map((clause) => weighingItem(clause, !open || clause.standing.length === 1));
  const standing = act.trace.filter((clause) => isStanding(clause) && !always.has(clause.clause));
  return [...items, ...standing.map((clause) => weighingItem(clause, clause.standing.length === 1))];
}

/** Clauses that speak here without deciding: the answer does not need them, but counsel will ask. */
function isStanding(clause: ClauseTrace): boolean {
  return (clause.status === 'stands' || clause.status === 'open') && clause.kind !== 'obligation';
}

/** Cites a clause of the act's trace by number and title. */
function citerFor(act: ActAnswer): (id: string) => string {
  const names = new Map(act.trace.map((clause) => [clause.clause, nameOf(clause)]));
  return (id) => names.get(id) ?? id;
}

/** Duties in force whose scope is not missed, but for those that stand among the reasons already. */
function duties(act: ActAnswer): readonly ClauseTrace[] {
  const shown = new Set(act.governing.map((each) => each.clause));
  return act.trace.filter(
    (clause) =>
      clause.duty !== undefined && mayBindOn(clause) && !shown.has(clause.clause) && !isStanding(clause),
  );
}

/** A duty binds whoever the candidate is, so that only force, scope and carve-outs count. */
function mayBindOn({ status, scope }: ClauseTrace): boolean {
  const isSetAside = SET_ASIDE_FOR_ALL.includes(status);
  return !isSetAside && scope?.finding !== 'not-met';
}

const SET_ASIDE_FOR_ALL: readonly ClauseStatus[] = ['not-in-force', 'carved-out', 'ceased', 'waived'];

function itemsOf(act: ActAnswer, status: ClauseStatus): readonly Item[] {
  const dutiful = new Set(duties(act));
  return act.trace
    .filter((clause) => clause.status === status && !dutiful.has(clause))
    .map((clause) => idleItem(clause, citerFor(act)));
}

/** A case for each outcome; where an answer is only bounded, that it is. */
function casesOf({ bounded, witnesses = [] }: ActAnswer): readonly Item[] {
  const cases = witnesses.map(({ outcome, given }): Item => {
    const values = given.map(({ id, value }) => `${id} = ${value}`);
    return { lead: `${OUTCOME_WORDS[outcome]}, for instance, where ${joined(values, 'and')}`, details: [] };
  });
  if (bounded !== true) return cases;
  return [{ lead: 'These outcomes are bounds: some of them may be possible in no case.', details: [] }];
}

function unknownItem({ id, question }: Unknown): Item {
  return { lead: `${id}: ${question}`, details: [] };
}

function stepItem(step: Step, cite: (id: string) => string): Item {
  const when = step.deadline === undefined ? '' : `, by ${step.deadline}`;
  const certain = step.certain ? '' : DOUBTS[step.kind === 'reduce' ? 'reduce' : 'other'];
  const silent = step.freeFrom === undefined ? [] : [silenceLine(step)];
  const what = step.kind === 'reduce' ? 'The limit rests' : 'These days rest';
  const assumed = step.restsOn.length === 0 ? [] : [`${what} on assumed values: ${step.restsOn.join(', ')}`];
  const clauses = joined((step.reduction?.setBy ?? [step.clause]).map(cite), 'and');
  return {
    lead: `${step.by.name}: ${step.do}${when}, under ${clauses}${certain}`,
    details: [...silent, ...assumed],
  };
}

const DOUBTS = {
  reduce: ' (as the unknowns above turn out, not needed or not enough)',
  other: ' (unless one of the unknowns above makes it needless)',
};

function silenceLine({ kind, freeFrom }: Step): string {
  const when = kind === 'await-agreement' ? 'If they do not agree' : 'If the holder stays silent';
  return `${when}: free from ${freeFrom ?? ''}${COUNTED_FROM[kind] ?? ''}`;
}

/** From what the days are counted where nothing runs yet. */
const COUNTED_FROM: Readonly<Partial<Record<Step['kind'], string>>> = {
  'give-notice': ', counting from a complete notice received on the day of the request',
  'complete-notice': ', counting from a complete notice received on the day of the request',
  'await-trigger': ', counting from a complete notice received on the day of the request',
  'give-information': ', counting from the information received on the day of the request',
};

function assumptionItems(act: ActAnswer): readonly Item[] {
  const without = act.withoutAssumptions;
  const items = act.assumptions.map(assumptionItem);
  if (without === undefined) return items;
  return [...items, { lead: `Without any assumption: ${alternatives(without.possible)}`, details: [] }];
}

function assumptionItem(assumption: Assumption): Item {
  const { id, value, because, otherwise } = assumption;
  const together =
    otherwise.togetherWith.length === 0 ? '' : `, together with ${joined(otherwise.togetherWith, 'and')}`;
  return {
    lead: `${id} = ${value}; otherwise ${alternatives(otherwise.possible)}${together}`,
    details: [assumption.question, `Assumed because: ${because}`],
  };
}

function alternatives(possible: ActAnswer['possible']): string {
  return joined(
    possible.map((outcome) => OUTCOME_WORDS[outcome]),
    'or',
  );
}
