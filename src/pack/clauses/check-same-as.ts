import { inBackticks } from '../../diagnostics/plain-text.ts';
import { readName } from '../forms/names.ts';
import type { ScalarType } from '../forms/read-scalar.ts';
import { isTree } from '../forms/value-tree.ts';
import type { FactType } from '../pack.ts';
import type { Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Tested } from './tested.ts';

/** Reads the fact that another is compared with: of the same type, and with the same unit or values. */
export function checkSameAs(spot: Spot, tested: Tested, context: ResolveContext): string | undefined {
  const { subject, type } = tested;
  const { report } = context;
  if (subject.is !== 'fact') {
    return report('clause/unfit-comparison', spot, '`same-as` compares two facts', { part: 'key' });
  }
  const { facts } = context.vocabulary;
  const id = readName(spot, facts, { code: 'clause/undeclared-fact', noun: 'a fact' }, report);
  if (id === undefined) return undefined;
  if (id === subject.id)
    return report('clause/unlike-facts', spot, `${inBackticks(id)} is compared with itself`);
  const other = facts.declared.get(id);
  if (other === undefined || (other.measure === undefined && mayBeTheSame(type, other.type))) return id;
  const message = `${inBackticks(subject.id)} and ${inBackticks(id)} can never be compared`;
  return report('clause/unlike-facts', spot, message, {
    hint: 'compare facts of one type, unit and set of values, none of which lie within others',
  });
}

/** True where values of the two types can be equal. A value that is known only so far equals none, so trees are compared with nothing. */
export function mayBeTheSame(type: ScalarType, other: FactType): boolean {
  return areAlike(type, other) && !(type.is === 'enum' && isTree(type));
}

function areAlike(one: ScalarType, other: FactType): boolean {
  if (one.is === 'number' && other.is === 'number') return one.unit === other.unit;
  if (one.is !== 'enum' || other.is !== 'enum') return one.is === other.is;
  const ids = new Set(one.values.map((value) => value.id));
  return ids.size === other.values.length && other.values.every((value) => ids.has(value.id));
}
