import { LIMITS, LONGEST_REQUEST } from '../../src/pack/written/limits.ts';
import { ODD_TEXTS, POLLUTING_NAMES } from './odd-texts.ts';

/** Draws a whole number from 0 to below the one given. */
export type Pick = (below: number) => number;

type Mutation = (text: string, pick: Pick) => string;

/** Ways to spoil a YAML text that cost little to read; any two may be combined. */
export const SMALL_MUTATIONS = {
  'drop a line': (text, pick) => changeLine(text, pick, () => []),
  'drop a key': (text, pick) => changeBlock(text, pick, () => []),
  'duplicate a line': (text, pick) => changeLine(text, pick, (line) => [line, line]),
  'duplicate a key': (text, pick) => changeBlock(text, pick, (block) => [...block, ...block]),
  'retype a scalar': (text, pick) => changeWord(text, pick, () => oneOf(OTHER_TYPES, pick)),
  'huge number': (text, pick) => changeWord(text, pick, () => oneOf(HUGE_NUMBERS, pick)),
  'odd Unicode in a word': (text, pick) => changeWord(text, pick, (word) => spliced(word, pick, odd(pick))),
  'odd Unicode anywhere': (text, pick) => spliced(text, pick, odd(pick)),
  'odd Unicode quoted': (text, pick) => changeWord(text, pick, (word) => JSON.stringify(word + odd(pick))),
  'carriage returns': (text, pick) => text.replaceAll('\n', oneOf(['\r\n', '\r', '\n\r'], pick)),
  'byte-order mark': (text, pick) => `${'\uFEFF'.repeat(1 + pick(2))}${text}`,
  'NUL and controls': (text, pick) => spliced(text, pick, oneOf(CONTROLS, pick)),
  'tab for indent': (text, pick) => changeLine(text, pick, (line) => [line.replace(/^ */, '\t')]),
  'truncated at a byte': (text, pick) => truncated(text, pick),
  'polluting key': (text, pick) => changeKey(text, pick, () => oneOf(POLLUTING_NAMES, pick)),
  'polluting key added': (text, pick) =>
    changeKey(text, pick, (key) => `${oneOf(POLLUTING_NAMES, pick)}: { polluted: true }, ${key}`),
  'polluting block added': (text, pick) =>
    changeLine(text, pick, (line) => [
      line,
      `${indentOf(line)}${oneOf(POLLUTING_NAMES, pick)}: { polluted: 1 }`,
    ]),
  'polluting value': (text, pick) => changeWord(text, pick, () => oneOf(POLLUTING_NAMES, pick)),
  'feature of YAML': (text, pick) => changeWord(text, pick, (word) => oneOf(FEATURES, pick) + word),
} as const satisfies Record<string, Mutation>;

/** Ways that make a text large or deep; each costs up to a second. */
export const LARGE_MUTATIONS = {
  'nested thousands deep': (text, pick) => changeWord(text, pick, (word) => nested(word, pick)),
  'nested in block style': (text, pick) =>
    changeLine(text, pick, (line) => [line, ...staircase(line, pick(900))]),
  'alias bomb': (text, pick) => changeBlock(text, pick, (block) => [...block, ...aliasBomb(block, pick)]),
  'near the limit of size': (text, pick) =>
    spliced(text, pick, filled(oneOf(MOST_CHARACTERS, pick) - text.length - 60, pick)),
  'ten megabytes': (text, pick) => spliced(text, pick, filled(10_000_000, pick)),
} as const satisfies Record<string, Mutation>;

/** The longest request and the longest file that are read at all. */
const MOST_CHARACTERS = [LONGEST_REQUEST, LIMITS.fileSize];

const OTHER_TYPES = [
  '',
  'null',
  '~',
  'true',
  '0',
  '-1',
  '7.10',
  '[]',
  '{}',
  '[a, [b]]',
  '{ a: { b: c } }',
  '2025-02-30',
  '2025-01-21T00:00:00Z',
  '0x1F',
  '"\\u0000"',
  '!!binary aGk=',
  '!!set { a }',
  '*nowhere',
  '|\n  text',
];

const HUGE_NUMBERS = [
  '1e309',
  '-1e309',
  '1e-400',
  '9007199254740993',
  '0x' + 'f'.repeat(300),
  '.inf',
  '-.inf',
  '.nan',
  '-0',
  '1'.repeat(400),
  '9'.repeat(10_000),
  `0.${'0'.repeat(400)}1`,
  `${'9'.repeat(400)} calendar-days`,
  `9999999999-01-01`,
  '1e308 GW',
];

const CONTROLS = [
  '\u0000',
  '\u0000'.repeat(50),
  '\u001B[2J',
  '\u0007',
  '\u0008\u0008',
  '\u007F',
  '\u009B31m',
];

const FEATURES = [
  '&anchor ',
  '*anchor ',
  '!!js/function ',
  '!<tag:x,2025:y> ',
  '? ',
  '| ',
  '>- ',
  '--- ',
  '\n...\n',
  '%YAML 9.9\n---\n',
  '<<: ',
  '@',
  '`',
  "'",
  '"',
  '#',
  '&a [*a, *a] ',
];

function oneOf<T>(values: readonly T[], pick: Pick): T {
  const value = values[pick(values.length)];
  if (value === undefined) throw new Error('there is nothing to pick from');
  return value;
}

function odd(pick: Pick): string {
  return oneOf(ODD_TEXTS, pick);
}

function spliced(text: string, pick: Pick, inserted: string): string {
  const at = pick(text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at);
}

function truncated(text: string, pick: Pick): string {
  const bytes = Buffer.from(text, 'utf8');
  return bytes.subarray(0, pick(bytes.length)).toString('utf8');
}

function changeLine(text: string, pick: Pick, change: (line: string) => readonly string[]): string {
  const lines = text.split('\n');
  const at = pick(lines.length);
  return lines.toSpliced(at, 1, ...change(lines[at] ?? '')).join('\n');
}

/** Changes the lines of a key or an item: its own and those that are further in. */
function changeBlock(
  text: string,
  pick: Pick,
  change: (block: readonly string[]) => readonly string[],
): string {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (/^ *(- )?[\w.'-]+:/.test(line) ? [index] : []));
  if (starts.length === 0) return text;
  const start = oneOf(starts, pick);
  const depth = indentOf(lines[start] ?? '').length;
  const further = lines.findIndex(
    (line, index) => index > start && line !== '' && indentOf(line).length <= depth,
  );
  const end = further === -1 ? lines.length : further;
  return lines.toSpliced(start, end - start, ...change(lines.slice(start, end))).join('\n');
}

function changeWord(text: string, pick: Pick, change: (word: string) => string): string {
  return changeMatch(text, pick, /[A-Za-z0-9][A-Za-z0-9.-]*/g, change);
}

function changeKey(text: string, pick: Pick, change: (key: string) => string): string {
  return changeMatch(text, pick, /[A-Za-z0-9][A-Za-z0-9.-]*(?=: )/g, change);
}

function changeMatch(text: string, pick: Pick, pattern: RegExp, change: (word: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { 0: word, index } = oneOf(matches, pick);
  return text.slice(0, index) + change(word) + text.slice(index + word.length);
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}

function nested(word: string, pick: Pick): string {
  const [open, close] = oneOf(
    [
      ['[', ']'],
      ['{ a: ', ' }'],
      ['{ not: ', ' }'],
      ['{ all: [', '] }'],
      ['{ any: [', '] }'],
      ['[', ''],
      ['{ ? [', ''],
      ['!!seq [', ']'],
    ] as const,
    pick,
  );
  const depth = oneOf([40, 63, 64, 65, 1000, 5000, 20_000], pick);
  return open.repeat(depth) + word + close.repeat(depth);
}

/** A map in a map in a map, each a space further in. */
function staircase(line: string, depth: number): readonly string[] {
  return Array.from({ length: depth }, (_, step) => `${indentOf(line)}${' '.repeat(step)}a:`);
}

/** Lists of aliases of lists of aliases: few bytes that stand for a billion parts. */
function aliasBomb(block: readonly string[], pick: Pick): readonly string[] {
  const indent = indentOf(block[0] ?? '');
  const width = 2 + pick(9);
  const levels = Array.from({ length: 5 + pick(20) }, (_, level) => {
    const of = level === 0 ? 'x' : `*b${String(level - 1)}`;
    return `${indent}bomb-${String(level)}: &b${String(level)} [${Array(width).fill(of).join(', ')}]`;
  });
  return pick(4) === 0 ? [...levels, `${indent}<<: [*b4, *b4]`] : levels;
}

const FILLERS = [
  ' ',
  'a',
  '\n',
  '# comment\n',
  '- a\n',
  '[',
  '[],',
  '{}, ',
  '"',
  "'",
  'a: b\n',
  '\na: b',
  '? a\n',
  '&a ',
  '*a ',
  '|\n',
  '\t',
  '\\',
  '- '.repeat(50),
  '--- ',
  '\uD83D\uDE00',
  '\uD800',
  '\u0301',
  '!',
  'a:\n ',
  '0',
  ', ',
  ': ',
  '%',
];

function filled(size: number, pick: Pick): string {
  const filler = oneOf(FILLERS, pick);
  return filler.repeat(Math.ceil(size / filler.length));
}
