import type { Node } from 'yaml';
import type { ActExpectation } from '../scenario.ts';
import type { Path } from '../written/written.ts';
import { nodeAt, replaceValue, type Edit, type YamlSource } from '../written/yaml-source.ts';
import type { FoundAnswer } from './found-answer.ts';

const KEYS = {
  outcome: 'outcome',
  possible: 'possible',
  governing: 'governing',
  'turns-on': 'turnsOn',
} as const;

/** What has to change for an expectation to be what was found; `undefined` where the text cannot be edited there. */
export function editExpectation(
  source: YamlSource,
  path: Path,
  found: FoundAnswer,
): readonly Edit[] | undefined {
  const acts = Object.entries(found.acts).map(([act, answer]) =>
    editPart(source, [...path, 'acts', act], answer),
  );
  const all = [editPart(source, path, found), ...acts];
  if (nodeAt(source, path) === undefined || all.includes(undefined)) return undefined;
  return all.flatMap((edits) => edits ?? []);
}

/** Only what is written is compared, and only what differs is written anew. */
function editPart(
  source: YamlSource,
  path: Path,
  found: Required<ActExpectation>,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const [key, name] of Object.entries(KEYS)) {
    const node = nodeAt(source, [...path, key]);
    const value = found[name as keyof typeof found];
    if (node !== undefined && !says(node, value)) edits.push(replaceValue(source, node, value));
  }
  return edits;
}

function says(node: Node, value: string | readonly string[]): boolean {
  const written = node.toJSON() as unknown;
  if (typeof value === 'string') return written === value;
  const [wanted, given] = [new Set<unknown>(value), new Set<unknown>(Array.isArray(written) ? written : [])];
  return wanted.size === given.size && [...wanted].every((each) => given.has(each));
}
