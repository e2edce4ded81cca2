import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { placeInText, type Lines } from './place-in-text.ts';
import type { Part, Path, Whereabouts, Written } from './written.ts';
import { keyText } from './yaml-data.ts';

/** Finds the places of a parsed document's parts. A part that is not there stands where the part around it begins. */
export function placesInYaml(
  lines: Lines,
  contents: Node,
  anchors: ReadonlyMap<string, Node>,
): Pick<Written, 'placeOf' | 'sourceOf'> {
  const search: Search = { contents, anchors, pairs: new Map() };
  return {
    placeOf: (path, part) => placeOfNode(lines, find(search, path), part),
    sourceOf: (path) => {
      const { value } = find(search, path);
      return isScalar(value) ? value.source : undefined;
    },
  };
}

interface Search {
  readonly contents: Node;
  readonly anchors: ReadonlyMap<string, Node>;
  /** The pairs of each map that was asked about, by key. */
  readonly pairs: Map<YAMLMap, ReadonlyMap<string, Pair>>;
}

interface Found {
  readonly key?: unknown;
  readonly value: unknown;
}

function find(search: Search, path: Path): Found {
  let found: Found = { value: search.contents };
  for (const step of path) {
    const node = followed(found.value, search);
    const next = isMap(node) ? pairUnder(search, node, step) : itemAt(node, step);
    if (next === undefined) break;
    found = next;
  }
  return found;
}

function pairUnder(search: Search, map: YAMLMap, step: string | number): Found | undefined {
  const known = search.pairs.get(map);
  const pairs = known ?? new Map(map.items.map((pair) => [keyText(pair.key) ?? '', pair]));
  if (known === undefined) search.pairs.set(map, pairs);
  return pairs.get(String(step));
}

function itemAt(node: unknown, step: string | number): Found | undefined {
  if (!isSeq(node) || typeof step !== 'number' || step >= node.items.length) return undefined;
  return { value: node.items[step] };
}

function followed(node: unknown, search: Search): unknown {
  return isAlias(node) ? search.anchors.get(node.source) : node;
}

function placeOfNode(lines: Lines, found: Found, part: Part): Whereabouts {
  const marked = part === 'key' && found.key !== undefined ? found.key : found.value;
  const range = rangeOf(marked) ?? rangeOf(found.key) ?? [0, 1];
  return { place: placeInText(lines, range[0], Math.max(range[1], range[0] + 1)) };
}

/** A value that was left out, as in `holder:`, has an empty range; its key is the better place. */
function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  if (range === undefined || range === null || range[1] <= range[0]) return undefined;
  return [range[0], range[1]];
}
