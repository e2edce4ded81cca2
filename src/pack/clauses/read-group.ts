import { readName } from '../forms/names.ts';
import type { Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';

/** Reads the name of a group, and gives its parties. */
export function readGroup(spot: Spot, context: ResolveContext): readonly string[] | undefined {
  const { groups } = context.vocabulary;
  const naming = {
    code: 'clause/undeclared-group',
    noun: 'a group',
    hint: 'declare it under `groups`',
  } as const;
  const id = readName(spot, groups, naming, context.report);
  return id === undefined ? undefined : groups.declared.get(id)?.parties;
}
