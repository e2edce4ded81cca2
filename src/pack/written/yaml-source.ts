import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  visit,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Path } from './written.ts';
import { keyText } from './yaml-data.ts';

/** A YAML text whose parts can be replaced while everything around them, comments included, stays as it is. */
export interface YamlSource {
  readonly text: string;
  readonly contents: unknown;
}

/** A stretch of a text and what comes in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a part of a text begins and ends. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Reads a text that has been read as YAML before, without mistakes. */
export function yamlSource(text: string): YamlSource {
  const { contents } = parseDocument(text, { version: '1.2', schema: 'core', merge: false });
  return { text, contents };
}

/** Finds a part; `undefined` where it is not written here once for its own sake, but repeated by an alias. */
export function nodeAt({ contents }: YamlSource, path: Path): Node | undefined {
  let node = written(contents);
  for (const step of path) node = written(isCollection(node) ? itemUnder(node, step) : undefined);
  return node;
}

function written(node: unknown): Scalar | YAMLMap | YAMLSeq | undefined {
  const isNode = isScalar(node) || isMap(node) || isSeq(node);
  return isNode && node.anchor === undefined ? node : undefined;
}

function itemUnder(node: YAMLMap | YAMLSeq, step: string | number): unknown {
  if (isMap(node)) return node.items.find(({ key }) => keyText(key) === String(step))?.value;
  return typeof step === 'number' ? node.items[step] : undefined;
}

/** True where neither an anchor nor an alias stands in a part. */
export function isWrittenOut(node: Node): boolean {
  let isPlain = true;
  visit(node, (_key, each) => {
    if (isAlias(each) || ((isScalar(each) || isCollection(each)) && each.anchor !== undefined))
      isPlain = false;
  });
  return isPlain;
}

/** The stretch of a part, without the blank space after it. */
export function stretchOf({ text }: YamlSource, node: Node): Stretch {
  const [start, end] = node.range ?? [0, 0];
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Replaces a scalar or list, in brackets or in lines as it was; in lines, what stays keeps its comments. */
export function replaceValue(source: YamlSource, node: Node, value: string | readonly string[]): Edit {
  const { start, end } = stretchOf(source, node);
  if (typeof value === 'string') return { start, end, text: plainText(value) };
  if (isSeq(node) && node.flow !== true && value.length > 0) {
    return { start, end, text: withItems(source, node, value) };
  }
  return { start, end, text: `[${value.map(plainText).join(', ')}]` };
}

function withItems(source: YamlSource, list: YAMLSeq, wanted: readonly string[]): string {
  const { start, end } = stretchOf(source, list);
  const dashes = list.items.map((item) => source.text.lastIndexOf('-', written(item)?.range?.[0] ?? start));
  const items = list.items.map((item, index) => ({
    value: String(written(item)?.toJSON()),
    text: source.text.slice(dashes[index], dashes[index + 1] ?? end),
  }));
  const kept = items.filter(({ value }) => wanted.includes(value));
  const added = wanted.filter((each) => items.every(({ value }) => value !== each));
  const lines = added.map((each) => `- ${plainText(each)}`);
  const before = kept
    .map(({ text }) => text)
    .join('')
    .trimEnd();
  return [...(before === '' ? [] : [before]), ...lines].join(lineBreakBefore(source, start));
}

/** The line break of a text, and the blank space with which another line begins in the column of an offset. */
export function lineBreakBefore({ text }: YamlSource, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return `${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(offset - lineStart)}`;
}

/** Writes a scalar as it stands in brackets. */
export function plainText(value: string | number | boolean): string {
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0 }).trim().slice(1, -1).trim();
}

/** Gives the text with all edits made; they do not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((one, other) => other.start - one.start);
  return inOrder.reduce(
    (edited, { start, end, text: put }) => `${edited.slice(0, start)}${put}${edited.slice(end)}`,
    text,
  );
}
