import type { CarveOut, Clause, Pack } from '../../pack/pack.ts';
import { testsOf, type Criterion } from '../../vocabulary/criterion.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import type { Limit, Parameter, Stated } from '../../vocabulary/stated.ts';
import { describeDuration, describeValue } from '../criteria/describe-test.ts';

/** A parameter of a clause with the question that would settle it, its value put in words. */
export interface DescribedParameter {
  readonly id: string;
  readonly clause: Clause;
  readonly question: string;
  readonly stated: Stated<string>;
}

const described = new WeakMap<Pack, ReadonlyMap<string, DescribedParameter>>();

/** Gives every parameter of a pack by its id. */
export function parametersOf(pack: Pack): ReadonlyMap<string, DescribedParameter> {
  const known = described.get(pack);
  if (known !== undefined) return known;
  const parameters = new Map(
    pack.clauses
      .flatMap((clause) => parametersIn(clause, pack))
      .map((parameter) => [parameter.id, parameter]),
  );
  described.set(pack, parameters);
  return parameters;
}

function parametersIn(clause: Clause, pack: Pack): DescribedParameter[] {
  const describe = <T>(
    parameter: Parameter<T>,
    question: string,
    write: (value: T) => string,
  ): DescribedParameter => ({
    id: parameter.id,
    clause,
    question,
    stated: inWords(parameter.stated, write),
  });
  const { procedure } = clause;
  return [
    describe(clause.until, `On which day does ${clause.id} end?`, isoFromDay),
    ...(procedure === undefined
      ? []
      : [
          describe(procedure.requires, `What must a notice under ${clause.id} contain?`, (items) =>
            items.join(', '),
          ),
          describe(procedure.clock, `What starts the response window of ${clause.id}?`, (clock) => clock),
          describe(procedure.within, `How long is the response window of ${clause.id}?`, describeDuration),
          describe(
            procedure.silence,
            `What does the holder's silence mean under ${clause.id}?`,
            (silence) => silence,
          ),
          describe(
            procedure.releaseFor,
            `For how long does a release under ${clause.id} last?`,
            describeDuration,
          ),
        ]),
    ...criteriaOf(clause).flatMap((criterion) => boundsIn(criterion, clause, pack)),
  ];
}

function criteriaOf(clause: Clause): Criterion[] {
  const until = clause.precondition?.until;
  return [
    clause.when,
    ...carveOutCriteria(clause.except),
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
