import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Criterion } from '../../vocabulary/criterion.ts';
import { reportWrong } from '../forms/check-shape.ts';
import { readOneOrMore } from '../forms/read-list.ts';
import { readScalar } from '../forms/read-scalar.ts';
import { isInner, isTree, leavesUnder, reachOf } from '../forms/value-tree.ts';
import type { FactType } from '../pack.ts';
import type { Spot } from '../written/written.ts';
import { reportUnfitComparison } from './fitting-comparisons.ts';
import { readGroup } from './read-group.ts';
import type { ResolveContext } from './resolve-context.ts';
import { testOf, type Tested } from './tested.ts';

type EnumType = Extract<FactType, { is: 'enum' }>;

/** Resolves a value, or a list of them, for which something is tested. In a tree these are leaves. */
export function resolveEquality(spot: Spot, tested: Tested, context: ResolveContext): Criterion | undefined {
  const { type } = tested;
  const tree = type.is === 'enum' && isTree(type) ? type : undefined;
  const read = (each: Spot) =>
    tree === undefined ? readScalar(each, type, context) : readLeaf(each, tree, context);
  const values = readOneOrMore(spot, read, context.report);
  if (values === undefined) return undefined;
  return tree === undefined
    ? testOf(tested, { is: 'one-of', values })
    : testLeaves(values.map(String), tree, tested);
}

/** Resolves `within`: an inner value of a tree, or a group of parties. */
export function resolveWithin(spot: Spot, tested: Tested, context: ResolveContext): Criterion | undefined {
  const { type } = tested;
  if (type.is === 'party') {
    const values = readGroup(spot, context);
    return values && testOf(tested, { is: 'one-of', values });
  }
  if (type.is !== 'enum' || !isTree(type)) return reportUnfitComparison('within', spot, tested, context);
  const node = readInner(spot, type, context);
  return node === undefined ? undefined : testLeaves(leavesUnder(node, type.values), type, tested);
}

function testLeaves(leaves: readonly string[], type: EnumType, tested: Tested): Criterion {
  const { values, perhaps } = reachOf(leaves, type);
  return testOf(tested, { is: 'one-of', values, ...(perhaps.length === 0 ? {} : { perhaps }) });
}

function readLeaf(spot: Spot, type: EnumType, context: ResolveContext): string | undefined {
  const value = readScalar(spot, type, context);
  if (value === undefined || !isInner(String(value), type))
    return value === undefined ? value : String(value);
  const message = `${inBackticks(String(value))} has values within it`;
  return context.report('clause/wrong-level', spot, message, {
    hint: `write \`{ within: ${String(value)} }\``,
  });
}

function readInner(spot: Spot, type: EnumType, context: ResolveContext): string | undefined {
  const { value } = spot;
  const nodes = type.values.map(({ id }) => id).filter((id) => isInner(id, type));
  if (typeof value !== 'string' || value === '') {
    return reportWrong(spot, `one of ${listed(nodes)}`, context.report);
  }
  if (nodes.includes(value)) return value;
  if (type.values.some(({ id }) => id === value)) {
    const message = `${inBackticks(value)} has no values within it`;
    return context.report('clause/wrong-level', spot, message, {
      hint: `write ${inBackticks(value)} by itself`,
    });
  }
  const hint = didYouMean(value, nodes) ?? `write ${listed(nodes)}`;
  const message = `${inBackticks(value)} is none of the values that the fact has`;
  return context.report('clause/undeclared-value', spot, message, { hint });
}
