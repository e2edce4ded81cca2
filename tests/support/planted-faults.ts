import type { Emphasis } from './generate-clauses.ts';

/** A mistake that somebody could make in one place of `src`: an expression, and what it is turned into. */
export interface PlantedFault {
  readonly is: string;
  /** Below `src`. */
  readonly file: string;
  /** The pairs that put it to the test; they are among those of every run. */
  readonly about: Emphasis;
  /** What is rarely drawn is looked for where it is drawn early. */
  readonly seed?: number;
  /** Stands exactly once in the file. */
  readonly sound: string;
  readonly faulty: string;
}

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    is: 'carve-outs are dropped',
    about: 'scopes',
    file: 'diagram/clauses/position-diagrams.ts',
    sound: 'carvedOutDiagram(ground, clause.id, clause.except, scope)',
    faulty: 'FALSE',
  },
  {
    is: '`<` for `<=`: a number on a bound lies before it',
    about: 'scopes',
    file: 'diagram/variables/line.ts',
    sound: 'value >= at',
    faulty: 'value > at',
  },
  {
    is: 'a permission is displaced by permissions and a bar by bars',
    about: 'precedence',
    file: 'diagram/clauses/standing-diagrams.ts',
    sound: 'isFavourable(position) ? unopposed.favourable : unopposed.adverse',
    faulty: 'isFavourable(position) ? unopposed.adverse : unopposed.favourable',
  },
  {
    is: '`not` is passed over',
    about: 'scopes',
    file: 'diagram/clauses/criterion-diagram.ts',
    sound: 'diagrams.not(criterionDiagram(ground, criterion.of))',
    faulty: 'criterionDiagram(ground, criterion.of)',
  },
  {
    is: 'the band of a start is ignored',
    about: 'anything',
    file: 'diagram/variables/start-variables.ts',
    sound: 'instrument.possiblyFrom === instrument.from',
    faulty: 'true',
  },
  {
    is: 'the options of a reading are taken in the wrong order',
    about: 'scopes',
    file: 'diagram/clauses/stated-diagram.ts',
    sound: 'Object.entries(stated.of)',
    faulty: 'Object.keys(stated.of).map((id, place, ids) => [ids.at(-1 - place), stated.of[id]])',
  },
  {
    is: 'nothing survives its end',
    about: 'anything',
    file: 'diagram/clauses/in-force-diagram.ts',
    sound: "endedFor(ground, clause, [{ towards: 'after', by: limit.value }])",
    faulty: 'ended',
  },
  {
    is: 'waivers are ignored',
    about: 'procedures',
    file: 'diagram/clauses/position-diagrams.ts',
    sound: 'waivedDiagram(ground, clause)',
    faulty: 'FALSE',
  },
  {
    is: 'silence releases where it does not, in both engines alike',
    about: 'procedures',
    file: 'procedure/states/pass-time.ts',
    sound: "silence === 'does-not-release'",
    faulty: "silence !== 'does-not-release'",
  },
  {
    is: 'the last day of a window lies outside it, in both engines alike',
    about: 'procedures',
    file: 'procedure/states/pass-time.ts',
    sound: 'lastDayOfWindow(terms, from)',
    faulty: 'lastDayOfWindow(terms, from) - 1',
  },
  {
    is: 'the end of a window that a calendar does not tell is the earliest day, in both engines alike',
    about: 'procedures',
    file: 'procedure/states/terms.ts',
    sound: "typeof length === 'number' || range.earliest === range.latest",
    faulty: 'true',
  },
  {
    is: 'a stage below the trigger wakes the right, in both engines alike',
    about: 'procedures',
    file: 'procedure/states/after-event.ts',
    sound: 'STAGES.indexOf(stage) >= STAGES.indexOf(wordOf.trigger(terms))',
    faulty: 'true',
  },
  {
    is: 'talks that fail release whatever the text says, in both engines alike',
    about: 'procedures',
    file: 'procedure/states/pass-time.ts',
    sound: "wordOf.noAgreement(terms) === 'does-not-release'",
    faulty: 'false',
  },
  {
    is: 'each exit frees as long as a decline, in both engines alike',
    about: 'procedures',
    file: 'procedure/states/terms.ts',
    sound: 'procedure.releaseFor[exit]',
    faulty: 'procedure.releaseFor.declined',
  },
  {
    is: 'changed terms never reopen, in both engines alike',
    about: 'procedures',
    file: 'procedure/states/after-event.ts',
    sound: 'mayReopen(state)',
    faulty: 'false',
  },
  {
    is: 'what was under way goes with its clause, in the diagram alone',
    about: 'procedures',
    file: 'diagram/clauses/position-diagrams.ts',
    sound: 'isFirstRight(clause.kind) ? outOfForceDiagram(ground, clause) : FALSE',
    faulty: 'FALSE',
  },
  {
    is: 'an inner value of a tree is taken for its first leaf',
    about: 'scopes',
    file: 'diagram/requests/classes-left.ts',
    sound: 'domain.within.get(value)',
    faulty: 'domain.within.get(value)?.indexOf(true)',
  },
  {
    is: 'the first word of a party counts, not the last',
    about: 'scopes',
    seed: 132,
    file: 'diagram/requests/classes-left.ts',
    sound: "said.findLast(({ is }) => is === 'consent' || is === 'refusal')",
    faulty: "said.find(({ is }) => is === 'consent' || is === 'refusal')",
  },
  {
    is: 'a sole right keeps out its grantor too',
    about: 'scopes',
    file: 'diagram/clauses/statement-diagrams.ts',
    sound: 'sole === undefined || ground.candidate !== grantor',
    faulty: 'true',
  },
  {
    is: 'an affiliate never counts with the holder',
    about: 'anything',
    file: 'diagram/clauses/holder-diagram.ts',
    sound: 'party?.affiliateOf?.includes(holder) === true',
    faulty: 'false',
  },
  {
    is: 'a permission opposes rights whose owners never assented to it',
    about: 'precedence',
    file: 'diagram/clauses/outcome-diagram.ts',
    sound: 'owedTo.every((party) => assenting.has(party))',
    faulty: 'true',
  },
  {
    is: 'an election counts before its day',
    about: 'scopes',
    file: 'diagram/requests/classes-left.ts',
    sound: "election !== 'not-made' && election <= date",
    faulty: "election !== 'not-made'",
  },
  {
    is: 'a test of what is not known is met under negation, in the rules engine',
    about: 'scopes',
    file: 'evaluation/criteria/lower-criterion.ts',
    sound:
      "{ all: [condition, ...facts.map((fact) => ({ fact, operator: 'notEqual', value: null }) as const)] }",
    faulty: 'condition',
  },
  {
    is: 'precedence does not follow a clause through its amendments',
    about: 'precedence',
    file: 'pack/instruments/finish-clauses.ts',
    sound: 'clause.notwithstanding.flatMap(idsOf)',
    faulty: 'clause.notwithstanding',
  },
  {
    is: 'what an answer turns on is not reduced to what is left',
    about: 'anything',
    file: 'diagram/requests/exact-answer.ts',
    sound: 'restrict(diagrams, outcome, left)',
    faulty: 'outcome',
  },
  {
    is: 'a compiled pack takes a day on which something starts for the day before',
    about: 'anything',
    file: 'diagram/compile/date-variable.ts',
    sound: '(turns[middle] ?? 0) <= day',
    faulty: '(turns[middle] ?? 0) < day',
  },
];
