import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { DEEPEST, MOST_ALIASED_PARTS } from './limits.ts';

type Range = readonly [number, number];

interface Refusal {
  readonly ok: false;
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
  readonly range: Range;
}

export type ConvertedYaml =
  { readonly ok: true; readonly data: unknown; readonly anchors: ReadonlyMap<string, Node> } | Refusal;

/** Gives a parsed document as plain data: maps without a prototype, keys as they were typed, aliases replaced. */
export function dataOfYaml(contents: Node): ConvertedYaml {
  const walk: Walk = { anchors: new Map(), open: new Set(), aliasedParts: 0, inAlias: 0 };
  try {
    const data = dataOf(contents, walk, 0);
    return { ok: true, data, anchors: walk.anchors };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

interface Walk {
  readonly anchors: Map<string, Node>;
  /** Anchored nodes that are being walked: an alias to one of them would never end. */
  readonly open: Set<Node>;
  aliasedParts: number;
  inAlias: number;
}

/** Leads out of the walk; never leaves this file. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

function dataOf(node: unknown, walk: Walk, depth: number): unknown {
  if (isAlias(node)) return aliasData(node, walk, depth);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  checkBounds(node, walk, depth);
  checkTag(node);
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node);
  if (isScalar(node)) return scalarData(node);
  walk.open.add(node);
  const data = isSeq(node)
    ? node.items.map((item) => dataOf(item, walk, depth + 1))
    : mapData(node, walk, depth);
  walk.open.delete(node);
  return data;
}

function checkBounds(node: Node, walk: Walk, depth: number): void {
  if (walk.inAlias > 0 && ++walk.aliasedParts > MOST_ALIASED_PARTS) {
    refuse('yaml/aliases', `aliases repeat more than ${String(MOST_ALIASED_PARTS)} parts of the file`, node);
  }
  if (depth > DEEPEST)
    refuse('yaml/too-deep', `lists and maps stand more than ${String(DEEPEST)} deep`, node);
}

function mapData(map: YAMLMap, walk: Walk, depth: number): unknown {
  const data = Object.create(null) as Record<string, unknown>;
  for (const { key, value } of map.items) {
    const name = checkedKey(key, map, walk);
    if (Object.hasOwn(data, name)) {
      refuse('yaml/duplicate-key', `key ${inBackticks(name)} stands twice in one map`, key as Node);
    }
    data[name] = dataOf(value, walk, depth + 1);
  }
  return data;
}

function aliasData(alias: Alias, walk: Walk, depth: number): unknown {
  const node = walk.anchors.get(alias.source);
  if (node === undefined) {
    return refuse('yaml/aliases', `no anchor ${inBackticks(alias.source)} stands before its alias`, alias);
  }
  if (walk.open.has(node)) {
    return refuse('yaml/aliases', `alias ${inBackticks(alias.source)} stands inside what it repeats`, alias);
  }
  walk.inAlias++;
  const data = dataOf(node, walk, depth);
  walk.inAlias--;
  return data;
}

/** A key as its writer typed it: `7.10` and `true` stay text. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

function checkedKey(key: unknown, map: YAMLMap, walk: Walk): string {
  const text = keyText(key);
  if (!isScalar(key) || text === undefined) {
    const place = isAlias(key) || isMap(key) || isSeq(key) ? key : map;
    return refuse('yaml/key', 'a key is a list, a map or an alias', place);
  }
  checkTag(key);
  if (key.anchor !== undefined) walk.anchors.set(key.anchor, key);
  return text === '' ? refuse('yaml/key', 'a key is missing before `:`', map) : text;
}

function scalarData(scalar: Scalar): unknown {
  const { value } = scalar;
  if (typeof value === 'string' && /\p{Cs}/u.test(value)) {
    refuse('file/not-text', 'half of a surrogate pair is no character', scalar);
  }
  return typeof value === 'bigint' ? Number(value) : value;
}

function checkTag(node: Scalar | YAMLMap | YAMLSeq): void {
  if (node.tag === undefined) return;
  refuse('yaml/tag', 'a tag stands in front of this, and the rule language has none', node, 'leave it out');
}

function refuse(code: DiagnosticCode, message: string, node: Node, hint?: string): never {
  const [start, end] = node.range ?? [0, 1];
  const refusal: Refusal = { ok: false, code, message, range: [start, end] };
  throw new Refused(hint === undefined ? refusal : { ...refusal, hint });
}
