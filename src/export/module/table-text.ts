import { WEEKDAYS, type Calendar } from '../../vocabulary/calendar.ts';
import type { Offset } from '../../vocabulary/offset.ts';
import type { FrozenDiagrams } from '../../diagram/compile/freeze.ts';
import { ANY_OTHER } from '../../diagram/compile/any-other.ts';
import type { PackDiagrams } from '../../diagram/compile/compile-pack.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { Pack } from '../../pack/pack.ts';
import { grouped } from './grouped.ts';
import type { FactReading, Values } from './fact-readings.ts';
import { isNoneUnlessSaid } from '../../diagram/variables/none-unless-said.ts';
import { startTurns, type StartTurns } from './start-turns.ts';
import { inLines, literal } from './written-text.ts';

/** Where the walk for an actor, an act and a provider begins. */
export interface Root {
  readonly actor: string;
  readonly act: string;
  readonly provider: string;
  readonly place: number;
}

/** Gives a root for each actor that some clause binds, each act and each party. */
export function rootsOf(
  pack: Pack,
  { outcomes }: PackDiagrams,
  { placeOf }: FrozenDiagrams,
): readonly Root[] {
  const parties = partiesOf(pack);
  return [...outcomes].flatMap(([actor, acts]) =>
    [...acts].flatMap(([act, own]) =>
      parties.flatMap((provider) => {
        const diagram = own.get(provider) ?? own.get(ANY_OTHER);
        return diagram === undefined ? [] : [{ actor, act, provider, place: placeOf(diagram) }];
      }),
    ),
  );
}

/** Everybody whom a question may name. */
export function partiesOf({ parties }: Pack): readonly string[] {
  return [...new Set([...parties.map(({ id }) => id), ANY_OTHER])];
}

/** What a module's tables are written from. */
export interface Tables {
  readonly pack: Pack;
  readonly diagrams: PackDiagrams;
  readonly frozen: FrozenDiagrams;
  readonly roots: readonly Root[];
  readonly readings: readonly FactReading[];
}

/** Writes the constants from which questions are read and the table is walked. */
export function tableText({ pack, diagrams, frozen, roots, readings }: Tables): string {
  return [
    wordsText(pack, readings),
    variablesText(diagrams),
    `/** Where the walk begins, by actor, act and provider. */
/** @type {ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>} */
const ROOTS = new Map([
${rootsText(roots)}
]);
/** A place holds the number of a variable; after it, for each class, the place to go on from, or an outcome, as ~outcome. */
const TABLE = Int32Array.of(
${listLines(Array.from(frozen.code, String))}
);
`,
  ].join('\n');
}

function wordsText(pack: Pack, readings: readonly FactReading[]): string {
  return `const PARTIES = new Set(${listOf(partiesOf(pack))});
const ACTS = new Set(${listOf(pack.acts.map(({ id }) => id))});

/** How the values of each fact are told apart. */
${readings.map(slotText).join('\n')}
/** @type {(readonly [string, Slot])[]} */
const SLOTS = [
${listLines(readings.map(({ fact, slot }) => `[${literal(fact.id)}, ${slot}]`))}
];
const FACTS = new Map(SLOTS);
`;
}

function variablesText({ variables, date }: PackDiagrams): string {
  const starts = variables.flatMap((variable, level) => startText(level, startTurns(variable)));
  return `/** What an answer can depend on, with the classes that the contracts tell apart, in the order of the table. */
/** @type {readonly (readonly [string, readonly string[]])[]} */
const VARIABLES = [
${variables.map(variableText).join('\n')}
];
/** The class of a variable of which nothing is said. */
const FALLBACKS = [
${listLines(variables.map((variable) => (isNoneUnlessSaid(variable) ? '0' : 'UNSET')))}
];
const DATE_LEVEL = ${String(variables.findIndex(({ about }) => about.is === 'date'))};
/** The days, counted from 1970, on which something starts, ends, or is read otherwise. */
/** @type {readonly number[]} */
const TURNS = ${listOf(date.turns)};
/** @type {readonly { readonly level: number, readonly turns: readonly number[], readonly open: readonly (readonly number[])[] }[]} */
const STARTS = [
${starts.join('\n')}
];
`;
}

function startText(level: number, found: StartTurns | undefined): readonly string[] {
  if (found === undefined) return [];
  const open = found.open.map(listOf).join(', ');
  return [`  { level: ${String(level)}, turns: ${listOf(found.turns)}, open: [${open}] },`];
}

function variableText({ key, classes }: Variable): string {
  return `  [${literal(key)}, ${listOf(classes.map(({ label }) => label))}],`;
}

function slotText({ slot, level, values }: FactReading): string {
  return `/** @type {Slot} */
const ${slot} = { level: ${String(level)}, ${valuesText(values)} };`;
}

function valuesText(values: Values): string {
  if (values.is === 'unread') {
    return `is: 'unread', isDay: ${String(values.isDay)}, mayBeNotYet: ${String(values.mayBeNotYet)}`;
  }
  if (values.is === 'listed') {
    const partly = [...values.parts.keys()];
    const codes = [...values.classes].map(([value, klass]) => {
      const code = klass === undefined ? `PARTLY - ${String(partly.indexOf(value))}` : String(klass);
      return `[${literal(value)}, ${code}]`;
    });
    const parts = [...values.parts.values()].map(listOf).join(', ');
    return `is: 'listed', codes: new Map([${codes.join(', ')}]), parts: [${parts}]`;
  }
  const { sort } = values;
  if (sort.is === 'line') {
    const cuts = sort.line.cuts.map(({ at, side }) => `[${String(at)}, ${String(side === 'after')}]`);
    return `is: 'line', isDay: ${String(sort.isDay)}, group: ${listOf(sort.group)}, cuts: [${cuts.join(', ')}], firstClasses: ${listOf(sort.line.firstClasses)}`;
  }
  const { tails, group, named, classes, mayLieAhead } = sort.domain;
  const times = tails.map(tailText).join(', ');
  const each = classes.map(
    ({ day, over }) => `[${/^-?\d+$/.test(day) ? day : literal(day)}, ${String(over)}]`,
  );
  return `is: 'event', mayLieAhead: ${String(mayLieAhead)}, tails: [${times}], group: ${listOf(group)}, named: ${listOf(named)}, classes: [${each.join(', ')}]`;
}

/** Counts forward are above zero, counts back below. */
function tailText({ steps, bound }: Offset): string {
  const counts = steps.map(({ towards, by }) => {
    const count = String(towards === 'after' ? by.count : -by.count);
    if (by.unit !== 'business-days') return `[${count}, ${literal(by.unit)}]`;
    const isOpenOutside = (towards === 'after') === (bound === 'earliest');
    return `[${count}, 'business-days', ${calendarText(by.calendar)}, ${String(isOpenOutside)}]`;
  });
  return `[${counts.join(', ')}]`;
}

function calendarText({ closed, holidays, covers }: Calendar): string {
  const weekdays = closed.map((weekday) => WEEKDAYS.indexOf(weekday));
  const { from, to } = covers;
  return `{ from: ${String(from)}, to: ${String(to)}, closed: ${listOf(weekdays)}, holidays: new Set(${listOf(holidays)}) }`;
}

function rootsText(roots: readonly Root[]): string {
  const lines: string[] = [];
  for (const [actor, ofActor] of grouped(roots, (root) => root.actor)) {
    lines.push(`  [${literal(actor)}, new Map([`);
    for (const [act, ofAct] of grouped(ofActor, (root) => root.act)) {
      const places = ofAct.map(({ provider, place }) => `[${literal(provider)}, ${String(place)}],`);
      lines.push(`    [${literal(act)}, new Map([`, inLines(places, '      '), '    ])],');
    }
    lines.push('  ])],');
  }
  return lines.join('\n');
}

function listOf(values: readonly (string | number)[]): string {
  return `[${values.map(literal).join(', ')}]`;
}

function listLines(parts: readonly string[]): string {
  return inLines(
    parts.map((part) => `${part},`),
    '  ',
  );
}
