import { parametersOf } from '../../evaluation/answer/parameters.ts';
import type { Pack } from '../../pack/pack.ts';
import { parametersIn } from '../../pack/parameters-in.ts';
import type { Parameter, Stated } from '../../vocabulary/stated.ts';
import { changeId } from '../change-id.ts';
import type { OtherChange } from '../comparison.ts';
import { bothSides, type Sided } from '../sides.ts';
import { meaningOf } from './meaning.ts';

/** A part of two packs that no outcome diagram holds, and how it is told apart. */
type Comparer = (packs: Sided<Pack>) => readonly Omit<OtherChange, 'id'>[];

/**
 * Everything on which answers rest besides what the diagrams hold. A new part of packs that is not in the diagrams belongs
 * here, or two packs that differ in it would be proved equal.
 */
const OUTSIDE_THE_DIAGRAMS: readonly Comparer[] = [stageChanges, assumptionChanges];

/** Gives what has changed outside the diagrams. */
export function otherChanges(packs: Sided<Pack>): readonly OtherChange[] {
  return OUTSIDE_THE_DIAGRAMS.flatMap((compare) => compare(packs)).map(identified);
}

/** Gives the change its id, by which it can be acknowledged. */
export function identified(change: Omit<OtherChange, 'id'>): OtherChange {
  return { id: changeId(change), ...change };
}

/** The stages of first rights that both packs have: by them a deal comes into the states that the diagrams tell apart. */
function stageChanges(packs: Sided<Pack>): ReturnType<Comparer> {
  const stages = bothSides((side) => stagesIn(packs[side]));
  return [...stages.after].flatMap(([id, now]) => {
    const then = stages.before.get(id);
    if (then === undefined || meaningOf(then.stated) === meaningOf(now.stated)) return [];
    return [{ kind: 'stage', name: id, ...inWords(packs, id) }];
  });
}

function stagesIn({ clauses }: Pack): ReadonlyMap<string, Parameter<unknown>> {
  const stages = clauses.flatMap(({ procedure }) => Object.values(procedure ?? {}) as Parameter<unknown>[]);
  return new Map(stages.map((stage) => [stage.id, stage]));
}

/** Values that were assumed and are now stated, or the other way: what an answer without assumptions hangs on. */
function assumptionChanges(packs: Sided<Pack>): ReturnType<Comparer> {
  const then = new Map(parametersIn(packs.before).map((parameter) => [parameter.id, parameter]));
  const stages = stagesIn(packs.after);
  return parametersIn(packs.after).flatMap(({ id, stated }) => {
    const old = then.get(id)?.stated;
    if (old === undefined || stages.has(id)) return [];
    if (isAssumed(old) === isAssumed(stated)) return [];
    return [{ kind: 'assumption', name: id, ...inWords(packs, id) }];
  });
}

function isAssumed({ is }: Stated<unknown>): boolean {
  return is === 'assumed';
}

function inWords(packs: Sided<Pack>, id: string): Sided<string> {
  return bothSides((side) => statedWords(parametersOf(packs[side]).get(id)?.stated));
}

/** Puts a value of a contract in words, as far as it is stated. */
export function statedWords(stated: Stated<string> | undefined): string {
  switch (stated?.is) {
    case undefined:
      return 'not there';
    case 'set':
      return stated.value;
    case 'none':
    case 'unknown':
      return stated.is;
    case 'assumed':
      return `assumed: ${stated.limit.is === 'none' ? 'none' : stated.limit.value}`;
    case 'by-reading': {
      const options = Object.entries(stated.of).map(
        ([option, limit]) => `${option}: ${limit.is === 'set' ? limit.value : limit.is}`,
      );
      return `as ${stated.reading} is read: ${options.join('; ')}`;
    }
  }
}
