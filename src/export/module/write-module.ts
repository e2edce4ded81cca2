import { compileDiagrams, type PackDiagrams } from '../../diagram/compile/compile-pack.ts';
import { freeze } from '../../diagram/compile/freeze.ts';
import type { Pack } from '../../pack/pack.ts';
import { settlementFor, type Settled } from '../../pack/settlement.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import type { Held } from './arms.ts';
import { decideText, GIVEN_TEXT } from './decide-text.ts';
import { decisionFunctions, type DecisionFunctions } from './decision-functions.ts';
import { factReadings, type FactReading } from './fact-readings.ts';
import { dispatchText } from './dispatch-text.ts';
import { headerText } from './header-text.ts';
import { knownGraph, type KnownGraph } from './known-graph.ts';
import { Names } from './names.ts';
import { EVENTS_TEXT } from './events-text.ts';
import { NO_EVENTS_TEXT, READER_TEXT } from './reader-text.ts';
import { withShortWays } from './short-ways.ts';
import { startTurns } from './start-turns.ts';
import { rootsOf, tableText, type Root } from './table-text.ts';
import { literal } from './written-text.ts';

/**
 * Writes a pack's decision function as an ES module of its own, which answers as `compile(pack, settled).decide` does. It
 * imports nothing, its types stand in comments, and the same pack gives the same text.
 */
export function writeModule(pack: Pack, settled: Settled = {}): string {
  const diagrams = compileDiagrams(pack, settlementFor(pack, settled));
  const all = [...diagrams.outcomes.values()].flatMap((acts) =>
    [...acts.values()].flatMap((own) => [...own.values()]),
  );
  const frozen = freeze(diagrams.diagrams, all);
  const roots = rootsOf(pack, diagrams, frozen);
  const places = roots.map(({ place }) => place);
  const graph = withShortWays(knownGraph(diagrams, frozen, places), places);
  const names = new Names();
  const readings = factReadings(pack, diagrams, names);
  const functions = functionsOf(graph, roots, { diagrams, readings, names });
  const dispatch = dispatchText(roots, graph.stepOf, functions, names);
  const hasEvents = readings.some(({ values }) => values.is === 'together' && values.sort.is === 'event');
  return [
    headerText(pack, settled),
    decideText(readings, dispatch.lines),
    dispatch.functions,
    functions.text,
    ANSWERS_TEXT,
    tableText({ pack, diagrams, frozen, roots, readings }),
    GIVEN_TEXT.trimStart(),
    READER_TEXT.trimStart(),
    (hasEvents ? EVENTS_TEXT : NO_EVENTS_TEXT).trimStart(),
  ].join('\n');
}

function functionsOf(
  graph: KnownGraph,
  roots: readonly Root[],
  of: { readonly diagrams: PackDiagrams; readonly readings: readonly FactReading[]; readonly names: Names },
): DecisionFunctions {
  const rootNames = new Map(
    roots
      .toReversed()
      .map(({ actor, act, provider, place }) => [graph.stepOf(place), [actor, act, provider]]),
  );
  return decisionFunctions(graph, [...rootNames.keys()], {
    heldAt: heldIn(of.diagrams, of.readings),
    nameAt: (step) => of.names.of(...(rootNames.get(step) ?? ['part', String(step)])),
  });
}

/** How the functions hold the variable of a level. */
function heldIn(
  { variables, date }: PackDiagrams,
  readings: readonly FactReading[],
): (level: number) => Held {
  const byLevel = new Map(readings.map((reading) => [reading.level, reading]));
  const held = variables.map((variable, level): Held | undefined => {
    if (variable.about.is === 'date') {
      const cuts = date.turns.map((at) => ({ at, isAfter: false }));
      return { is: 'on-line', name: 'day', cuts, mayBeUnknown: false, isDay: true };
    }
    const start = startTurns(variable);
    if (start !== undefined) return { is: 'by-date', ...start };
    const reading = byLevel.get(level);
    return reading === undefined ? undefined : heldAs(reading);
  });
  return (level) => {
    const found = held[level];
    if (found === undefined) throw new Error(`level ${String(level)} is no part of a question`);
    return found;
  };
}

function heldAs({ name, values }: FactReading): Held {
  if (values.is !== 'on-line') return { is: 'class', name };
  const { line, isDay } = values.sort;
  const cuts = line.cuts.map(({ at, side }) => ({ at, isAfter: side === 'after' }));
  return { is: 'on-line', name, cuts, mayBeUnknown: true, isDay };
}

const ANSWERS_TEXT = `/** A class that is not known, and then what is no value at all. */
const OPEN = 2 ** 30;
const WRONG = -1;
const WRONG_NUMBER = Infinity;
/** In the table's reading: not known, and known only so far, by the place of what that leaves. */
const UNSET = -1;
const PARTLY = -2;

/** @returns {Decided} */
function answer(/** @type {SettledOutcome[]} */ ...possible) {
  const [only = 'prohibited'] = possible;
  return Object.freeze({ outcome: possible.length === 1 ? only : 'undetermined', possible: Object.freeze(possible) });
}

/** Outcomes, worst first. A set of them is written as bits in this order. */
/** @type {readonly SettledOutcome[]} */
const OUTCOMES = [${SETTLED_OUTCOMES.map(literal).join(', ')}];
const PERMITTED_BIT = OUTCOMES.indexOf('permitted');
${SETTLED_OUTCOMES.map((outcome) => `const ${outcome.toUpperCase().replaceAll('-', '_')} = answer(${literal(outcome)});`).join('\n')}
/** By the bits of the outcomes that are possible; where only one is, the answer above. */
/** @type {readonly Decided[]} */
const ANSWERS = Array.from({ length: 1 << OUTCOMES.length }, (_, bits) => {
  const possible = OUTCOMES.filter((_outcome, place) => (bits & (1 << place)) !== 0);
  const alone = [${SETTLED_OUTCOMES.map((outcome) => outcome.toUpperCase().replaceAll('-', '_')).join(', ')}].find(({ outcome }) => outcome === possible[0]);
  return possible.length === 1 && alone !== undefined ? alone : answer(...possible);
});

function answerOf(/** @type {number} */ bits) {
  const found = ANSWERS[bits];
  if (found === undefined) throw new Error('a walk came to no outcome');
  return found;
}

/** Days by their text, as they have been read. */
/** @type {Record<string, number | undefined>} */
const DAYS = Object.create(null);
let daysKept = 0;
`;
