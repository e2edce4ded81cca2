import { DURATION } from '../forms/read-duration.ts';
import { ID, LONGEST_ID, RESERVED } from '../forms/ids.ts';
import type { Clause, FactType, Pack } from '../pack.ts';
import { oneOfWords, ref, textLike, type Definitions, type JsonSchema, type Word } from './json-schema.ts';

/**
 * Whether words that the pack does not declare are refused. In `pack.yaml` they are not: words are declared there, and
 * a schema made before cannot know them.
 */
export type Strictness = 'declared' | 'any';

/** Defines the forms that text takes, and the words of the pack that stand as values. */
export function wordDefinitions(pack: Pack, strictness: Strictness): Definitions {
  const parties = pack.parties.map(({ id, name }) => ({ id, means: name }));
  const words = (declared: readonly Word[]): JsonSchema =>
    strictness === 'declared' ? oneOfWords(declared) : { anyOf: [oneOfWords(declared), ref('id')] };
  return {
    ...TEXTS,
    party: words(parties),
    candidate: words([...parties, OTHER_PARTY]),
    group: words(pack.groups),
    act: words(pack.acts.map(({ id, title }) => ({ id, means: title }))),
    term: words(pack.terms),
    reading: words(readingWords(pack)),
    event: words(factWords(pack, 'event')),
    'date-fact': words(factWords(pack, 'date')),
    'instrument-id': words(pack.instruments.map(({ id, title }) => ({ id, means: title }))),
    period: periodSchema(pack),
    'stage-length': stageLengthSchema(pack),
    assessment: words(factWords(pack, 'assessment')),
    gate: words([...factWords(pack, 'boolean'), ...factWords(pack, 'assessment')]),
    document: words(pack.documents.map(({ id, title, date }) => ({ id, means: `${title}, ${date}` }))),
    grade: words(pack.grades),
    clause: words(clauseWords(pack.clauses.filter(({ lineage }) => lineage === undefined))),
    version: words(clauseWords(pack.clauses)),
  };
}

const OTHER_PARTY: Word = { id: 'other', means: 'a party that the pack does not declare' };

/** The facts, or those of one type, with their questions. */
export function factWords({ facts }: Pack, is?: FactType['is']): readonly Word[] {
  const own = facts.filter(({ measure }) => measure === undefined);
  const fitting = is === undefined ? own : own.filter(({ type }) => type.is === is);
  return fitting.map(({ id, question }) => ({ id, means: question }));
}

export function readingWords({ readings }: Pack): readonly Word[] {
  return readings.map(({ id, question }) => ({ id, means: question }));
}

/** The parties, and for candidates one that the pack does not declare. */
export function partyWords({ parties }: Pack, others: 'candidates' | 'declared'): readonly Word[] {
  const declared = parties.map(({ id, name }) => ({ id, means: name }));
  return others === 'candidates' ? [...declared, OTHER_PARTY] : declared;
}

function clauseWords(clauses: readonly Clause[]): readonly Word[] {
  return clauses.map(({ id, number, title }) => ({
    id,
    means: number === undefined ? title : `${number}: ${title}`,
  }));
}

/** A duration, or business days; only where the pack has one calendar alone need it not be named. */
function periodSchema(pack: Pack): JsonSchema {
  if (pack.calendars.length === 0) return ref('duration');
  const business = textLike(
    String.raw`^[1-9]\d{0,4} business-days?${onCalendar(pack)}$`,
    'write it like `10 business-days on new-york`, with a calendar of the pack',
  );
  return { anyOf: [ref('duration'), business] };
}

/** A period, or a duration of which the last day may be put off. */
function stageLengthSchema(pack: Pack): JsonSchema {
  if (pack.calendars.length === 0) return ref('duration');
  const putOff = textLike(
    DURATION.source.replace('$', ` or next business-day${onCalendar(pack)}$`),
    'write it like `30 calendar-days or next business-day on new-york`',
  );
  return { anyOf: [ref('period'), putOff] };
}

function onCalendar({ calendars }: Pack): string {
  const named = calendars.map(({ id }) => id.replaceAll('.', String.raw`\.`)).join('|');
  return calendars.length === 1 ? `(?: on (?:${named}))?` : ` on (?:${named})`;
}

const DAY = [
  String.raw`^\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])`,
  String.raw`(?:0[469]|11)-(?:0[1-9]|[12]\d|30)`,
  String.raw`02-(?:0[1-9]|[12]\d))$`,
].join('|');

const FREE_ID = ID.source.replace('^', `^(?!(?:${[...RESERVED].join('|')})$)`);

const TEXTS: Definitions = {
  text: textLike(String.raw`\S`, 'text belongs here'),
  id: {
    ...textLike(FREE_ID, 'an id is a letter, then letters, digits, `-` and `.`, and no word of the language'),
    maxLength: LONGEST_ID,
  },
  day: textLike(DAY, 'a day such as 2025-01-31 belongs here'),
  duration: textLike(DURATION.source, 'write it like `30 calendar-days`, `2 weeks`, `6 months` or `1 year`'),
};
