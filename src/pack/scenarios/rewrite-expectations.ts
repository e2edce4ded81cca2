import { isMap as isYamlMap } from 'yaml';
import type { Cell, Scenario } from '../scenario.ts';
import { pathInWords, type Path } from '../written/written.ts';
import {
  isWrittenOut,
  lineBreakBefore,
  nodeAt,
  plainText,
  stretchOf,
  withEdits,
  yamlSource,
  type Edit,
  type Stretch,
  type YamlSource,
} from '../written/yaml-source.ts';
import { editExpectation } from './edit-expectation.ts';
import type { FoundAnswer } from './found-answer.ts';
import { boxesOf, type Box } from './split-rule.ts';

/** A scenario of a file, and where it fails what came of it instead, for each provider. */
export interface Rewrite {
  readonly scenario: Scenario;
  readonly found?: ReadonlyMap<string, FoundAnswer>;
}

export interface Rewritten {
  readonly text: string;
  /** Ids of scenarios that could not be rewritten, for an alias repeats what they expect. */
  readonly left: ReadonlySet<string>;
}

/**
 * Writes into a file of scenarios what came of those that fail, and leaves all the rest of it as it is. A rule of a
 * matrix whose cells no longer agree is split. Expects all scenarios of the file.
 */
export function rewriteExpectations(text: string, rewrites: readonly Rewrite[]): Rewritten {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const source = yamlSource(text.slice(mark.length));
  const left = new Set<string>();
  const edits: Edit[] = [];
  for (const group of byRule(rewrites)) {
    const failing = group.filter(({ found }) => found !== undefined);
    if (failing.length === 0) continue;
    const own = editRule(source, group) ?? editSingle(source, group);
    if (own === undefined) for (const { scenario } of failing) left.add(scenario.id);
    else edits.push(...own);
  }
  return { text: mark + withEdits(source.text, edits), left };
}

/** Cells of one rule together, everything else by itself. */
function byRule(rewrites: readonly Rewrite[]): readonly (readonly Rewrite[])[] {
  const groups = new Map<string, Rewrite[]>();
  for (const each of rewrites) {
    const { cell, spot } = each.scenario;
    const key = pathInWords(cell?.rule?.path ?? spot.path);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function editSingle(source: YamlSource, [rewrite]: readonly Rewrite[]): readonly Edit[] | undefined {
  if (rewrite === undefined || rewrite.scenario.cell !== undefined) return undefined;
  const path = [...rewrite.scenario.spot.path, 'expect'];
  const edits = [...(rewrite.found ?? [])].map(([provider, found]) => {
    return nodeAt(source, path) === undefined
      ? undefined
      : editExpectation(source, [...path, provider], found);
  });
  return edits.includes(undefined) ? undefined : edits.flatMap((each) => each ?? []);
}

function editRule(source: YamlSource, group: readonly Rewrite[]): readonly Edit[] | undefined {
  const path = group[0]?.scenario.cell?.rule?.path;
  if (path === undefined) return undefined;
  const node = nodeAt(source, path);
  const alike = groupAlike(source, path, group);
  if (alike === undefined || node === undefined || !isWrittenOut(node)) return undefined;
  const [only, ...others] = alike;
  if (only !== undefined && others.length === 0) return only.edits;
  return [splitRule(source, path, stretchOf(source, node), alike)];
}

/** Writes the rule once for each set of cells that agree, with a narrower `when`. */
function splitRule(source: YamlSource, path: Path, rule: Stretch, alike: readonly Alike[]): Edit {
  const { start, end } = rule;
  const all = alike.flatMap(({ cells }) => cells);
  const pieces = alike.flatMap(({ cells, edits }) =>
    boxesOf(cells.map(({ values }) => values)).map((box) => {
      const own = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      const when = editWhen(source, path, start, boundary(box, all));
      return withEdits(source.text.slice(start, end), [...own, when]);
    }),
  );
  return { start, end, text: pieces.join(betweenItems(source, start)) };
}

interface Alike {
  readonly cells: readonly Cell[];
  readonly edits: readonly Edit[];
}

/** Cells that need the same edits; those that need none, or could not be asked, first. */
function groupAlike(source: YamlSource, path: Path, group: readonly Rewrite[]): readonly Alike[] | undefined {
  const alike = new Map<string, { readonly cells: Cell[]; readonly edits: readonly Edit[] }>([
    ['[]', { cells: [], edits: [] }],
  ]);
  for (const { scenario, found } of group) {
    const [answer] = found?.values() ?? [];
    const edits = answer === undefined ? [] : editExpectation(source, path, answer);
    if (edits === undefined || scenario.cell === undefined) return undefined;
    const key = JSON.stringify(edits);
    const same = alike.get(key) ?? { cells: [], edits };
    alike.set(key, same);
    same.cells.push(scenario.cell);
  }
  return [...alike.values()].filter(({ cells }) => cells.length > 0);
}

/** Axes on which a box has fewer values than the rule had; on others the rule need not say anything new. */
function boundary(box: Box, cells: readonly Cell[]): Box {
  const values = (axis: string) => new Set(cells.map((cell) => cell.values.get(axis)));
  return new Map([...box].filter(([axis, own]) => own.length < values(axis).size));
}

function editWhen(source: YamlSource, path: Path, ruleStart: number, narrowed: Box): Edit {
  const when = nodeAt(source, [...path, 'when']);
  const before = isYamlMap(when) ? when.items.map(({ key, value }) => [String(key), value] as const) : [];
  const kept = before
    .filter(([axis]) => !narrowed.has(axis))
    .map(([axis, value]) => `${axis}: ${flow((value as { toJSON: () => unknown }).toJSON())}`);
  const added = [...narrowed].map(
    ([axis, values]) => `${axis}: ${flow(values.length === 1 ? values[0] : values)}`,
  );
  const text = `{ ${[...kept, ...added].join(', ')} }`;
  if (when !== undefined) {
    const { start, end } = stretchOf(source, when);
    return { start: start - ruleStart, end: end - ruleStart, text };
  }
  const inBraces = source.text[ruleStart] === '{';
  const at = inBraces ? 1 : 0;
  return {
    start: at,
    end: at,
    text: inBraces ? ` when: ${text},` : `when: ${text}${lineBreakBefore(source, ruleStart)}`,
  };
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => plainText(each as string)).join(', ')}]`;
  return plainText(value as string);
}

/** What stands between two items of a list: a line break and a dash, or a comma. */
function betweenItems(source: YamlSource, start: number): string {
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
  const lead = source.text.slice(lineStart, start);
  return /^ *- +$/u.test(lead) ? `${source.text.includes('\r\n') ? '\r\n' : '\n'}${lead}` : ', ';
}
