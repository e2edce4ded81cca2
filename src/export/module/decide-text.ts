import type { FactReading, Values } from './fact-readings.ts';
import { grouped } from './grouped.ts';
import { literal, member } from './written-text.ts';

/** Writes `decide`: reads the facts that are given, goes where `dispatch` says, and hands over to the table what is left open. */
export function decideText(readings: readonly FactReading[], dispatch: string): string {
  const ints = readings.filter(({ values }) => !isNumber(values)).map(({ name }) => name);
  const numbers = readings.filter(({ values }) => isNumber(values)).map(({ name }) => name);
  const together = [...ints, '0'].join(' | ');
  const wrong = ['codes < 0', ...numbers.map((name) => `${name} === WRONG_NUMBER`)].join(' || ');
  const open = ['codes >= OPEN', ...numbers.map((name) => `Number.isNaN(${name})`)].join(' || ');
  return `/**
 * Tells whether a provider may do an act for an actor on a day: one outcome, or all that are possible, worst first. What the
 * contracts cannot read is \`invalid\`. Facts are given as the properties of a plain object.
 *
 * @param {Question} question
 * @returns {Decided | Invalid}
 */
export function decide(question) {
  if (typeof question !== 'object' || question === null || Array.isArray(question))
    return invalid('question', question);
  const { actor, act, provider, date, facts, known } = question;
  if (known !== undefined || !isPlain(facts)) return decideByTable(question);
  const day = typeof date === 'string' ? (DAYS[date] ?? dayOf(date)) : undefined;
  if (day === undefined) return decideByTable(question);
${readings.map(factText).join('\n')}
  const codes = ${together};
  if (${wrong}) return refused(question, facts, day);
  let count = 0;
  for (const _fact in facts) count += 1;
  if ((count !== ${String(readings.length)} || ${open}) && !areDeclared(facts)) return decideByTable(question);
${dispatch}
  return decideByTable(question);
}
`;
}

function isNumber(values: Values): boolean {
  return values.is === 'on-line' || values.is === 'unread';
}

function factText({ fact, name, lengthName, slot, values }: FactReading): string {
  const given = member('facts', fact.id);
  if (values.is !== 'listed' || values.classes.size > FEW)
    return `  const ${name} = ${readText(given, slot, values)};`;
  const hasTexts = [...values.classes.keys()].some((value) => typeof value === 'string');
  const length = hasTexts ? [`  const ${lengthName} = lengthOf(${given});`] : [];
  return [...length, `  const ${name} = ${chainText(given, lengthName, values.classes)};`].join('\n');
}

function readText(given: string, slot: string, values: Values): string {
  switch (values.is) {
    case 'together':
      return `togetherOf(${slot}, ${given}, facts, day)`;
    case 'unread':
    case 'on-line': {
      const isDay = values.is === 'unread' ? values.isDay : values.sort.isDay;
      if (isDay) return `dayGiven(${given}, ${String(values.is === 'unread' && values.mayBeNotYet)})`;
      return `typeof ${given} === 'number' && Number.isFinite(${given}) ? ${given} : unknownNumber(${given})`;
    }
    case 'listed':
      return `listedOf(${slot}, ${given})`;
  }
}

/** Few values are compared one by one, which is quicker than to look them up. */
const FEW = 8;

function chainText(given: string, length: string, classes: ReadonlyMap<unknown, number | undefined>): string {
  const values = [...classes].filter(([value]) => value !== 'unknown');
  const groups = grouped(values, ([, klass]) => klass);
  const links = [...groups].map(([klass, group]) => {
    const test = group.map(([value]) => equalText(given, length, value)).join(' || ');
    return `${test} ? ${klass === undefined ? 'OPEN' : String(klass)} :`;
  });
  return `${links.join(' ')} unlisted(${given})`;
}

/**
 * Compares a given value. Texts are compared by length first: once a text has come that V8 does not know by its place, it
 * compares texts with a call each time.
 */
export function equalText(given: string, length: string, value: unknown): string {
  const equal = `${given} === ${literal(value)}`;
  return typeof value === 'string' ? `(${length} === ${String(value.length)} && ${equal})` : equal;
}

/** What `decide` calls where a value is not one of those that it compares with. */
export const GIVEN_TEXT = `
/** @returns {facts is Record<string, unknown>} */
function isPlain(/** @type {object | null | undefined} */ facts) {
  return facts?.constructor === Object;
}

function areDeclared(/** @type {object} */ facts) {
  for (const id in facts) if (!FACTS.has(id)) return false;
  return true;
}

function lengthOf(/** @type {unknown} */ value) {
  return typeof value === 'string' ? value.length : -1;
}

function unlisted(/** @type {unknown} */ value) {
  return isUnknown(value) ? OPEN : WRONG;
}

function unknownNumber(/** @type {unknown} */ value) {
  return isUnknown(value) ? NaN : WRONG_NUMBER;
}

function dayGiven(/** @type {unknown} */ value, /** @type {boolean} */ mayBeNotYet) {
  if (mayBeNotYet && value === 'not-yet') return 0;
  return isUnknown(value) ? NaN : (dayOf(value) ?? WRONG_NUMBER);
}

function listedOf(/** @type {Slot} */ slot, /** @type {unknown} */ value) {
  if (isUnknown(value)) return OPEN;
  const code = slot.is === 'listed' ? (slot.codes.get(value) ?? WRONG) : WRONG;
  return code <= PARTLY ? OPEN : code;
}

function togetherOf(
  /** @type {Slot} */ slot,
  /** @type {unknown} */ value,
  /** @type {Record<string, unknown>} */ facts,
  /** @type {number} */ day,
) {
  return isUnknown(value) ? OPEN : classOf(slot, value, facts, day);
}
`;
