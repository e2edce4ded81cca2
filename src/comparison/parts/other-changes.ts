import { parametersOf } from '../../evaluation/answer/parameters.ts';
import { describeDuration } from '../../evaluation/criteria/describe-test.ts';
import type { Pack } from '../../pack/pack.ts';
import { procedureParameters } from '../../pack/procedure-parameters.ts';
import { parametersIn } from '../../pack/parameters-in.ts';
import type { Parameter, Stated } from '../../vocabulary/stated.ts';
import { changeId } from '../change-id.ts';
import type { OtherChange } from '../comparison.ts';
import { bothSides, type Sided } from '../sides.ts';
import { meaningOf } from './meaning.ts';
import { normalProcedure } from './normal-procedure.ts';

/** A part of two packs that no outcome diagram holds, and how it is told apart. */
type Comparer = (packs: Sided<Pack>) => readonly Omit<OtherChange, 'id'>[];

/**
 * Everything on which answers rest besides what the diagrams hold. A new part of packs that is not in the diagrams belongs
 * here, or two packs that differ in it would be proved equal.
 */
const OUTSIDE_THE_DIAGRAMS: readonly Comparer[] = [
  stageChanges,
  assumptionChanges,
  calendarChanges,
  measureChanges,
];

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
  const plain = bothSides((side) => plainStagesIn(packs[side]));
  return [
    ...differing(stages, ({ stated }) => meaningOf(stated)).map((id) => ({ id, ...inWords(packs, id) })),
    ...differing(plain, String).map((id) => ({
      id,
      ...bothSides((side) => plain[side].get(id) ?? 'not there'),
    })),
  ].map(({ id, ...words }) => ({ kind: 'stage', name: id, ...words }));
}

/** The ids of what both sides have and does not mean the same. */
function differing<T>(
  { before, after }: Sided<ReadonlyMap<string, T>>,
  meaning: (part: T) => string,
): readonly string[] {
  return [...after].flatMap(([id, now]) => {
    const then = before.get(id);
    return then === undefined || meaning(then) === meaning(now) ? [] : [id];
  });
}

function stagesIn({ clauses }: Pack): ReadonlyMap<string, Parameter<unknown>> {
  const stages = clauses.flatMap(({ procedure }) =>
    procedure === undefined ? [] : procedureParameters(normalProcedure(procedure)),
  );
  return new Map(stages.map((stage) => [stage.id, stage]));
}

/** What a procedure says in plain values, as text. */
function plainStagesIn({ clauses }: Pack): ReadonlyMap<string, string> {
  const parts = clauses.flatMap(({ id, procedure }) => {
    if (procedure === undefined) return [];
    const { able = 'none', frequency, mayLackTalks, releaseTo, terms } = procedure;
    return Object.entries({
      'exercise.able': able,
      'notice.at-most':
        frequency === undefined
          ? 'none'
          : `${String(frequency.notices)} in ${describeDuration(frequency.period)}`,
      negotiation: mayLackTalks ? 'some talks or none' : 'as said',
      'release.to': releaseTo,
      'terms.better-for-grantor': meaningOf(terms.better),
      'terms.tolerance': meaningOf(terms.tolerance),
    }).map(([part, said]) => [`${id}.${part}`, said] as const);
  });
  return new Map(parts);
}

/** Calendars that both packs have: days are counted on them. */
function calendarChanges(packs: Sided<Pack>): ReturnType<Comparer> {
  return namedChanges(
    'calendar',
    bothSides((side) => packs[side].calendars),
  );
}

/** Measures and happenings that both packs have: what is counted, and over which periods. */
function measureChanges(packs: Sided<Pack>): ReturnType<Comparer> {
  const measures = bothSides((side) => packs[side].facts.filter(({ measure }) => measure !== undefined));
  const happenings = bothSides((side) => packs[side].happenings);
  return [...namedChanges('measure', measures), ...namedChanges('happening', happenings)];
}

function namedChanges(kind: string, things: Sided<readonly { readonly id: string }[]>): ReturnType<Comparer> {
  const byId = bothSides((side) => new Map(things[side].map((thing) => [thing.id, thing])));
  return differing(byId, meaningOf).map((name) => {
    return { kind, name, ...bothSides((side) => meaningOf(byId[side].get(name))) };
  });
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
