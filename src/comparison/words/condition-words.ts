import type { DateVariable } from '../../diagram/compile/date-variable.ts';
import type { FactVariable } from '../../diagram/variables/fact-variables.ts';
import type { StartVariable } from '../../diagram/variables/start-variables.ts';
import type { About, Variable } from '../../diagram/variables/variable.ts';
import type { FactType } from '../../pack/pack.ts';
import { textOfOffset, type Offset } from '../../vocabulary/offset.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import { otherThan, SIDES, type Side } from '../sides.ts';
import { declared } from '../joint/joint-facts.ts';
import type { JointVariable } from '../joint/joint-ground.ts';
import { UNSAID } from '../joint/joint-readings.ts';
import { rightsByState } from '../joint/joint-states.ts';
import type { JointWords } from '../joint/joint-words.ts';
import { viewOf } from '../joint/possible-diagram.ts';
import { consentWords, labelsOf, saidOrNot } from '../../diagram/words/deal-words.ts';
import { orWords, valuesInWords } from '../../diagram/words/listed-words.ts';
import { dateWords, lineWords } from '../../diagram/words/stretch-words.ts';

/** Puts in words that a variable is in one of some classes, given by rising numbers. */
export function conditionWords(
  variable: JointVariable,
  classes: readonly number[],
  words: JointWords,
): string {
  const view = viewOf(variable);
  const said = { view, classes, words, variable, id: view.about.id };
  const onlyFor = variable.key.endsWith(' (before)')
    ? ' (before)'
    : variable.key.endsWith(' (after)')
      ? ' (after)'
      : '';
  return `${WORDS[view.about.is](said)}${onlyFor}`;
}

interface Said {
  readonly view: Variable;
  readonly classes: readonly number[];
  readonly words: JointWords;
  readonly variable: JointVariable;
  readonly id: string;
}

const WORDS: Readonly<Record<About['is'], (said: Said) => string>> = {
  date: ({ view, classes }) => dateWords((view as DateVariable).turns, classes),
  fact: factWords,
  reading: readingWords,
  parameter: ({ id, view, classes }) =>
    `\`${id}\`, which is not known, ${comesTo(id, labelsOf(view, classes))}`,
  start: startWords,
  election: ({ id, view, classes }) => `election \`${id}\` ${orWords(labelsOf(view, classes))}`,
  state: (said) => `${rightNames(said)} ${orWords(labelsOf(said.view, said.classes))}`,
  counterparty: ({ classes }) => saidOrNot('the counterparty of the deal on record', classes),
  consent: ({ id, words, view, classes }) => consentWords(nameOf(id, words), labelsOf(view, classes)),
  waiver: ({ id, words, classes }) => saidOrNot(`waived by ${nameOf(id, words)}`, classes),
  designee: ({ id, words, classes }) => saidOrNot(`designated by ${nameOf(id, words)}`, classes),
  through: ({ id, words, classes }) => saidOrNot(`through ${nameOf(id, words)}`, classes),
  record: () => 'after the record ends',
  unrecorded: () => 'by what the record leaves out',
  measure: () => 'by what has happened',
  calendar: ({ id }) => `by calendar \`${id}\``,
  share: ({ id }) => `within ${id}`,
};

function comesTo(id: string, [label]: readonly string[]): string {
  const ending = Object.keys(COMES_TO).find((suffix) => id.endsWith(suffix)) ?? '';
  const [holds, fails] = COMES_TO[ending] ?? ['so that its test is met', 'so that its test is not met'];
  return label === 'holds' ? holds : fails;
}

const COMES_TO: Readonly<Record<string, readonly [holds: string, fails: string]>> = {
  '.counts-with-holder': ['so that the provider counts', 'so that the provider does not count'],
  '.until': ['so that it has ended', 'so that it has not ended'],
  '.survives': ['so that it is over', 'so that it goes on'],
};

export function nameOf(party: string, { packs }: JointWords): string {
  for (const side of ['after', 'before'] as const) {
    const found = packs[side].parties.find(({ id }) => id === party);
    if (found !== undefined) return found.name;
  }
  return party;
}

/** The first rights that stand where the variable says, by their ids. */
function rightNames({ variable, words }: Said): string {
  const rights = rightsByState(words.packs, words.keyOfState).get(variable.key) ?? [];
  return orWords([...new Set(rights.map(({ clause }) => `\`${clause.id}\``))], 'and');
}

function readingWords({ id, view, classes, words }: Said): string {
  const all = view.classes.map(({ label }) => label).filter((label) => label !== UNSAID);
  const meant = labelsOf(view, classes);
  const options = meant.filter((label) => label !== UNSAID);
  const said = options.length === 0 ? [] : [`read as ${valuesInWords(options, all, undefined)}`];
  const unsaid =
    meant.length > options.length
      ? [`left to the pack (${SIDES.map((side) => assumedWords(id, words, side)).join('; ')})`]
      : [];
  return `${id} ${orWords([...said, ...unsaid])}`;
}

function assumedWords(id: string, { packs }: JointWords, side: Side): string {
  const assumed = packs[side].readings.find((reading) => reading.id === id)?.assumed;
  return `${side}: ${assumed?.option ?? 'open'}`;
}

function factWords({ id, view, classes, words, variable }: Said): string {
  const { domain } = view as FactVariable;
  const type = typeOf(id, words, variable.views.after === undefined ? 'before' : 'after');
  if (domain.is === 'event')
    return `${id} ${orWords(classes.map((klass) => eventWords(domain.tails, domain.classes[klass])))}`;
  if (domain.is === 'line') {
    const stretch = lineWords(domain, classes, type?.is === 'number' ? type.unit : undefined);
    return `${id} ${stretch}`;
  }
  const members = words.facts.byKey.get(variable.key)?.members ?? [];
  const textOf = (value: Readonly<Record<Side, unknown>>): string => {
    const text = String(value.after ?? value.before);
    if (type?.is === 'boolean' || type?.is === 'assessment') return text === 'true' ? 'yes' : 'no';
    return type?.is === 'party' ? nameOf(text, words) : text;
  };
  const meant = classes.flatMap((klass) => members[klass] ?? []).map(textOf);
  return `${id} ${valuesInWords(meant, members.flat().map(textOf), type)}`;
}

function typeOf(id: string, { packs }: JointWords, side: Side): FactType | undefined {
  return (declared(id, packs[side]) ?? declared(id, packs[otherThan(side)]))?.type;
}

function eventWords(
  tails: readonly Offset[],
  klass: { readonly day: string; readonly over: number } | undefined,
): string {
  if (klass === undefined || klass.day === 'not-yet') return 'not yet';
  const day = klass.day.startsWith('#') ? '' : ` on ${isoFromDay(Number(klass.day))}`;
  return `${overWords(tails, klass.over)}${day}`;
}

function overWords(tails: readonly Offset[], over: number): string {
  if ((over & 1) === 0) return 'still to come';
  const parts = tails.slice(1).map((tail, place) => {
    const isOver = (over & (1 << (place + 1))) !== 0;
    return `the day ${textOfOffset(tail)} it ${isOver ? 'reached' : 'not reached'}`;
  });
  return ['happened', ...parts].join(', ');
}

function startWords({ id, variable, classes }: Said): string {
  const seen = SIDES.flatMap((side) => {
    const view = variable.views[side] as StartVariable | undefined;
    if (view === undefined) return [];
    const words = classes.map((klass) => startedWords(view.tails, view.over[klass] ?? 0));
    return [{ side, text: orWords([...new Set(words)]) }];
  });
  const texts = new Set(seen.map(({ text }) => text));
  const [first] = seen;
  if (texts.size === 1 && first !== undefined) return `\`${id}\` ${first.text}`;
  return `\`${id}\` ${seen.map(({ side, text }) => `${side}: ${text}`).join(', ')}`;
}

function startedWords(tails: readonly Offset[], over: number): string {
  if ((over & 1) === 0) return 'not yet in force';
  return tails.length === 1 ? 'already in force' : `in force, ${overWords(tails, over)}`;
}
