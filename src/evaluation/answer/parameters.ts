import type { CarveOut, Clause, CountedLength, Pack, Procedure } from '../../pack/pack.ts';
import { testsOf, type Criterion } from '../../vocabulary/criterion.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import type { Limit, Parameter, Stated } from '../../vocabulary/stated.ts';
import { countsWithHolder } from '../../pack/counts-with-holder.ts';
import { describeDuration, describeValue } from '../criteria/describe-test.ts';

/** A parameter of a clause with the question that would settle it, its value put in words. */
export interface DescribedParameter {
  readonly id: string;
  readonly clause: Clause;
  readonly question: string;
  readonly stated: Stated<string>;
}

const known = new WeakMap<Pack, ReadonlyMap<string, DescribedParameter>>();

/** Gives every parameter of a pack by its id. */
export function parametersOf(pack: Pack): ReadonlyMap<string, DescribedParameter> {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const parameters = new Map(
    pack.clauses
      .flatMap((clause) => parametersIn(clause, pack))
      .map((parameter) => [parameter.id, parameter]),
  );
  known.set(pack, parameters);
  return parameters;
}

function parametersIn(clause: Clause, pack: Pack): DescribedParameter[] {
  const { id, from, fromCounted, until, untilCounted, survives, procedure } = clause;
  return [
    ...(from === undefined ? [] : [described(clause, from, `On which day does ${id} begin?`, isoFromDay)]),
    ...lengthOf(clause, fromCounted?.length, `How far from what it is counted from does ${id} begin?`),
    ...lengthOf(clause, untilCounted?.length, `How far from what it is counted from does ${id} end?`),
    described(clause, until, `On which day does ${id} end?`, isoFromDay),
    described(clause, countsWithHolder(clause), `Who counts with the holder of ${id}?`, listed),
    ...(survives === undefined
      ? []
      : [described(clause, survives, `For how long does ${id} survive its end?`, describeDuration)]),
    ...(procedure === undefined ? [] : procedureParameters(clause, procedure)),
    ...criteriaOf(clause).flatMap((criterion) => boundsIn(criterion, clause, pack)),
  ];
}

function lengthOf(clause: Clause, length: CountedLength | undefined, question: string): DescribedParameter[] {
  return length === undefined ? [] : [described(clause, length.period, question, describeDuration)];
}

function procedureParameters(clause: Clause, procedure: Procedure): DescribedParameter[] {
  const { id } = clause;
  const { requires, clock, within, silence, releaseFor } = procedure;
  return [
    described(clause, requires, `What must a notice under ${id} contain?`, listed),
    described(clause, clock, `What starts the response window of ${id}?`, String),
    described(clause, within, `How long is the response window of ${id}?`, describeDuration),
    described(clause, silence, `What does the holder's silence mean under ${id}?`, String),
    described(clause, releaseFor, `For how long does a release under ${id} last?`, describeDuration),
  ];
}

function described<T>(
  clause: Clause,
  { id, stated }: Parameter<T>,
  question: string,
  write: (value: T) => string,
): DescribedParameter {
  return { id, clause, question, stated: inWords(stated, write) };
}

function listed(items: readonly string[]): string {
  return items.join(', ');
}

function criteriaOf(clause: Clause): Criterion[] {
  const until = clause.precondition?.until;
  return [
    clause.when,
    ...carveOutCriteria(clause.except),
    ...(clause.ceases ?? []).map((ceasing) => ceasing.when),
    ...(until?.is === 'criterion' ? [until.criterion] : []),
  ];
}

function carveOutCriteria(carveOuts: readonly CarveOut[]): Criterion[] {
  return carveOuts.flatMap((carveOut) => [carveOut.when, ...carveOutCriteria(carveOut.except)]);
}

function boundsIn(criterion: Criterion, clause: Clause, pack: Pack): DescribedParameter[] {
  return testsOf(criterion).flatMap(({ subject, comparison }) => {
    if (!('bound' in comparison)) return [];
    const words = comparison.is.replaceAll('-', ' ');
    const name = 'id' in subject ? subject.id : subject.is;
    const { id, stated } = comparison.bound;
    const write = (value: number): string => describeValue(subject, value, pack);
    return [
      {
        id,
        clause,
        question: `What figure follows "${name} ${words}" in ${clause.id}?`,
        stated: inWords(stated, write),
      },
    ];
  });
}

function inWords<T>(stated: Stated<T>, write: (value: T) => string): Stated<string> {
  const limit = (given: Limit<T>): Limit<string> =>
    given.is === 'none' ? given : { is: 'set', value: write(given.value) };
  if (stated.is === 'unknown') return stated;
  if (stated.is === 'assumed') return { ...stated, limit: limit(stated.limit) };
  if (stated.is !== 'by-reading') return limit(stated);
  const of = Object.entries(stated.of).map(([option, given]) => [
    option,
    given.is === 'unknown' ? given : limit(given),
  ]);
  return { ...stated, of: Object.fromEntries(of) as Readonly<Record<string, Limit<string>>> };
}

/** Writes a limit that has been put in words. */
export function describeLimit(limit: Limit<string>): string {
  return limit.is === 'none' ? 'none' : limit.value;
}
