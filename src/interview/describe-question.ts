import type { Unknown } from '../evaluation/decision.ts';
import type { EnumValue, Fact, FactType, Pack } from '../pack/pack.ts';
import type { Choice, Question } from './question.ts';

/** Puts the question that stands behind an unknown, or nothing where a request cannot answer it. */
export function questionAbout({ id, kind, question }: Unknown, pack: Pack): Question | undefined {
  const asked = { id, text: question, mayBeUnknown: true } as const;
  if (kind === 'election')
    return { ...asked, about: 'election', ...DAY_OR_NOT, choices: dayOr('not-made', 'not yet') };
  const reading = pack.readings.find((each) => each.id === id);
  if (kind === 'reading' && reading !== undefined)
    return { ...asked, about: 'reading', choices: choicesOf(reading.options) };
  const fact = pack.facts.find((each) => each.id === id);
  if (kind !== 'fact' || fact === undefined) return undefined;
  const about = fact.type.is === 'assessment' ? 'assessment' : 'fact';
  return { ...asked, about, ...takenBy(fact, pack) };
}

const DAY_OR_NOT = { typed: 'day' } as const;

function takenBy({ type }: Fact, pack: Pack): Pick<Question, 'choices' | 'typed' | 'note'> {
  switch (type.is) {
    case 'enum':
      return { choices: enumChoices(type) };
    case 'boolean':
    case 'assessment':
      return { choices: [choice('true', 'yes'), choice('false', 'no')] };
    case 'party':
      return { choices: [...pack.parties.map(({ id, name }) => choice(id, name)), OTHER_PARTY] };
    case 'event':
      return { ...DAY_OR_NOT, choices: dayOr('not-yet', 'not yet') };
    case 'date':
      return { typed: 'day' };
    case 'number':
      return { typed: 'number', ...noteOfUnits(type) };
  }
}

const OTHER_PARTY: Choice = { value: 'other', label: 'somebody else', depth: 0 };

function dayOr(value: string, label: string): readonly Choice[] {
  return [choice(value, label), { value: 'day', label: 'yes, on a day', depth: 0, needsDay: true }];
}

function enumChoices({ values, open }: Extract<FactType, { is: 'enum' }>): readonly Choice[] {
  return [...choicesOf(values), ...(open ? [choice('other', 'none of these')] : [])];
}

/** Values in their tree, each below the one that it stands within. */
function choicesOf(values: readonly EnumValue[]): readonly Choice[] {
  const below = (parent: string | undefined, depth: number): readonly Choice[] =>
    values
      .filter(({ within }) => within === parent)
      .flatMap(({ id, means }) => [{ value: id, label: means, depth }, ...below(id, depth + 1)]);
  return below(undefined, 0);
}

function noteOfUnits({ unit, units = {} }: Extract<FactType, { is: 'number' }>): Pick<Question, 'note'> {
  if (unit === undefined) return {};
  const others = Object.keys(units);
  return { note: others.length === 0 ? `in ${unit}` : `in ${unit}, or with a unit: ${others.join(', ')}` };
}

function choice(value: string, label: string): Choice {
  return { value, label, depth: 0 };
}
