import type { CarveOut, Clause, CountedLength, Pack } from '../../pack/pack.ts';
import { testsOf, type Criterion } from '../../vocabulary/criterion.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import { countsWithHolder } from '../../pack/counts-with-holder.ts';
import { describeDuration, describeValue } from '../criteria/describe-test.ts';
import { described, inWords, listed, type DescribedParameter } from './described-parameter.ts';
import { procedureQuestions } from './procedure-questions.ts';

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
  const { id, from, fromCounted, until, untilCounted, survives, sole, procedure } = clause;
  return [
    ...(from === undefined ? [] : [described(clause, from, `On which day does ${id} begin?`, isoFromDay)]),
    ...lengthOf(clause, fromCounted?.length, `How far from what it is counted from does ${id} begin?`),
    ...lengthOf(clause, untilCounted?.length, `How far from what it is counted from does ${id} end?`),
    described(clause, until, `On which day does ${id} end?`, isoFromDay),
    described(clause, countsWithHolder(clause), `Who counts with the holder of ${id}?`, listed),
    ...(survives === undefined
      ? []
      : [described(clause, survives, `For how long does ${id} survive its end?`, describeDuration)]),
    ...(sole === undefined
      ? []
      : [described(clause, sole, `Does the grantor of ${id} itself stay free?`, yesOrNo)]),
    ...(procedure === undefined ? [] : procedureQuestions(clause, procedure)),
    ...criteriaOf(clause).flatMap((criterion) => boundsIn(criterion, clause, pack)),
  ];
}

function lengthOf(clause: Clause, length: CountedLength | undefined, question: string): DescribedParameter[] {
  return length === undefined ? [] : [described(clause, length.period, question, describeDuration)];
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
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
