import type { DateVariable } from '../../diagram/compile/date-variable.ts';
import type { FactVariable } from '../../diagram/variables/fact-variables.ts';
import type { StartVariable } from '../../diagram/variables/start-variables.ts';
import type { About, Variable } from '../../diagram/variables/variable.ts';
import { consentWords, labelsOf, saidOrNot } from '../../diagram/words/deal-words.ts';
import { orWords, valuesInWords } from '../../diagram/words/listed-words.ts';
import { dateWords, lineWords } from '../../diagram/words/stretch-words.ts';
import { factOf, partyOf } from '../../pack/lookup.ts';
import type { Pack } from '../../pack/pack.ts';

interface Said {
  readonly variable: Variable;
  readonly classes: readonly number[];
  readonly pack: Pack;
  readonly id: string;
}

/** Puts in words that a variable is in one of some classes, given by rising numbers. */
export function conditionWords(variable: Variable, classes: readonly number[], pack: Pack): string {
  return WORDS[variable.about.is]({ variable, classes, pack, id: variable.about.id });
}

const WORDS: Readonly<Record<About['is'], (said: Said) => string>> = {
  date: ({ variable, classes }) => dateWords((variable as DateVariable).turns, classes),
  fact: factWords,
  reading: (said) => `${said.id} read as ${valuesInWords(labels(said), allLabels(said), undefined)}`,
  parameter: (said) => `\`${said.id}\` ${orWords(labels(said).map(parameterWord))}`,
  start: ({ variable, classes, id }) => `\`${id}\` ${startWords(variable as StartVariable, classes)}`,
  election: (said) => `election \`${said.id}\` ${orWords(labels(said))}`,
  state: (said) => `\`${said.id}\` ${orWords(labels(said))}`,
  counterparty: (said) => saidOrNot('the counterparty of the deal on record', said.classes),
  consent: (said) => consentWords(nameOf(said), labels(said)),
  waiver: (said) => saidOrNot(`waived by ${nameOf(said)}`, said.classes),
  designee: (said) => saidOrNot(`designated by ${nameOf(said)}`, said.classes),
  through: (said) => saidOrNot(`through ${nameOf(said)}`, said.classes),
  record: () => 'after the record ends',
  unrecorded: () => 'by what the record leaves out',
  measure: () => 'by what has happened',
  calendar: ({ id }) => `by calendar \`${id}\``,
  share: ({ id }) => `within ${id}`,
};

function labels({ variable, classes }: Said): readonly string[] {
  return labelsOf(variable, classes);
}

function allLabels({ variable }: Said): readonly string[] {
  return variable.classes.map(({ label }) => label);
}

function nameOf({ id, pack }: Said): string {
  return partyOf(pack, id).name;
}

function parameterWord(label: string): string {
  return { holds: 'such that its test is met', fails: 'such that its test is not met' }[label] ?? label;
}

function startWords({ over }: StartVariable, classes: readonly number[]): string {
  const begun = classes.map((klass) => ((over[klass] ?? 0) & 1) !== 0);
  return orWords([...new Set(begun.map((has) => (has ? 'already in force' : 'not yet in force')))]);
}

function factWords({ variable, classes, pack, id }: Said): string {
  const { domain } = variable as FactVariable;
  const { type } = factOf(pack, id);
  if (domain.is === 'line') {
    return `${id} ${lineWords(domain, classes, type.is === 'number' ? type.unit : undefined)}`;
  }
  if (domain.is === 'event') {
    return `${id} ${orWords([...new Set(classes.map((klass) => domain.classes[klass]?.label ?? ''))])}`;
  }
  const textOf = (value: unknown): string => {
    if (type.is === 'boolean' || type.is === 'assessment') return value === true ? 'yes' : 'no';
    return type.is === 'party' ? partyOf(pack, String(value)).name : String(value);
  };
  const meant = [...domain.classOf].filter(([, klass]) => classes.includes(klass));
  const all = [...domain.classOf.keys()].map(textOf);
  return `${id} ${valuesInWords(
    meant.map(([value]) => textOf(value)),
    all,
    type,
  )}`;
}
