import { describeFactValue } from '../../evaluation/criteria/describe-test.ts';
import { parametersOf } from '../../evaluation/answer/parameters.ts';
import { factVariablesOf } from '../../diagram/variables/fact-variables.ts';
import type { DateVariable } from '../../diagram/compile/date-variable.ts';
import { AS_ASSUMED } from '../../diagram/variables/other-variables.ts';
import type { StartVariable } from '../../diagram/variables/start-variables.ts';
import type { About, Variable } from '../../diagram/variables/variable.ts';
import type { Pack } from '../../pack/pack.ts';
import { dayWords, lineWords } from './line-words.ts';
import { eventWords, startWords } from './event-words.ts';
import { runsOf } from './runs.ts';

/** Puts some of a variable's classes, rising, in words that a person would answer its question with. */
export function classWords(variable: Variable, classes: readonly number[], pack: Pack): readonly string[] {
  const words = WORDS[variable.about.is];
  return words?.(variable, classes, pack) ?? classes.map((klass) => variable.classes[klass]?.label ?? '');
}

type Words = (variable: Variable, classes: readonly number[], pack: Pack) => readonly string[];

/** For the rest the labels are words already. */
const WORDS: Readonly<Partial<Record<About['is'], Words>>> = {
  date: (variable, classes) => dateWords(variable as DateVariable, classes),
  fact: ({ about }, classes, pack) => factWords(about.id, classes, pack),
  start: (variable, classes) => startsWords(variable as StartVariable, classes),
  parameter: (variable, classes, pack) => classes.map((klass) => parameterWords(variable, klass, pack)),
};

function startsWords({ tails, over }: StartVariable, classes: readonly number[]): readonly string[] {
  return classes.map((klass) => startWords(tails, over[klass] ?? 0));
}

function dateWords({ turns }: DateVariable, classes: readonly number[]): readonly string[] {
  return runsOf(classes).map(({ first, last }) => dayWords(turns[first - 1], turns[last]));
}

function factWords(id: string, classes: readonly number[], pack: Pack): readonly string[] {
  const domain = factVariablesOf(pack).get(id)?.domain;
  if (domain === undefined) throw new Error(`fact \`${id}\` has no classes`);
  if (domain.is === 'line') return lineWords(id, domain, classes, pack);
  if (domain.is === 'event') return classes.map((klass) => eventWords(domain, klass));
  return [...domain.classOf]
    .filter(([, klass]) => classes.includes(klass))
    .map(([value]) => describeFactValue(id, value, pack));
}

/** A value that no text gives is known here only by what comes of it. */
function parameterWords({ about, classes }: Variable, klass: number, pack: Pack): string {
  const label = classes[klass]?.label ?? '';
  if (label === AS_ASSUMED) return assumedWords(about.id, pack);
  const ending = Object.keys(COMES_TO).find((suffix) => about.id.endsWith(suffix)) ?? '';
  const [holds, fails] = COMES_TO[ending] ?? ['so that the test is met', 'so that the test is not met'];
  return label === 'holds' ? holds : fails;
}

function assumedWords(id: string, pack: Pack): string {
  const stated = parametersOf(pack).get(id)?.stated;
  const limit = stated?.is === 'assumed' ? stated.limit : undefined;
  return limit?.is === 'set' ? `as assumed: ${limit.value}` : 'as assumed: none';
}

const COMES_TO: Readonly<Record<string, readonly [holds: string, fails: string]>> = {
  '.counts-with-holder': ['the provider counts', 'the provider does not count'],
  '.sole': ['the grantor stays free', 'the grantor is kept out too'],
  '.until': ['it has ended', 'it has not ended'],
  '.from': ['it has begun', 'it has not begun'],
  '.from.after': ['it has begun', 'it has not begun'],
  '.from.before': ['it has begun', 'it has not begun'],
  '.until.after': ['it has ended', 'it has not ended'],
  '.until.before': ['it has ended', 'it has not ended'],
  '.survives': ['it is over', 'it goes on'],
};
