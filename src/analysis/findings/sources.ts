import type { CarveOut, Ceasing, Clause, Pack } from '../../pack/pack.ts';
import type { Source } from '../../pack/source.ts';
import type { Finding, MakeFinding } from '../finding.ts';

type Named = Pick<CarveOut | Ceasing, 'id' | 'source'>;

/** Finds clauses and parts whose best source has a grade below a floor. Grades are ordered strongest first. */
export function weakSources(pack: Pack, floor: string, make: MakeFinding): readonly Finding[] {
  const rankOf = (grade: string): number => pack.grades.findIndex(({ id }) => id === grade);
  const best = (sources: readonly Source[]): string | undefined =>
    sources.map(({ grade }) => grade).toSorted((one, other) => rankOf(one) - rankOf(other))[0];
  const isWeak = (grade: string | undefined): grade is string =>
    grade !== undefined && rankOf(grade) > rankOf(floor);
  const say = (id: string, grade: string): string =>
    `the best source of \`${id}\` has the grade \`${grade}\`, below \`${floor}\``;
  return pack.clauses.flatMap((clause) => {
    const own = best([clause.source, ...clause.confirmedBy]);
    const parts = partsOf(clause).flatMap(({ id, source }) => {
      if (source === undefined || !isWeak(source.grade)) return [];
      const at = { is: 'clause', clause, part: id } as const;
      return [make('lint/weak-source', say(id, source.grade), { of: `${clause.id}.${id}`, at })];
    });
    if (!isWeak(own)) return parts;
    const at = { is: 'clause', clause } as const;
    return [make('lint/weak-source', say(clause.id, own), { of: clause.id, at }), ...parts];
  });
}

/** Finds carve-outs and ceasings without a source of their own. */
export function missingSources(pack: Pack, make: MakeFinding): readonly Finding[] {
  return pack.clauses.flatMap((clause) =>
    partsOf(clause)
      .filter(({ source }) => source === undefined)
      .map(({ id }) =>
        make('lint/missing-source', `\`${id}\` of \`${clause.id}\` has no source of its own`, {
          of: `${clause.id}.${id}`,
          at: { is: 'clause', clause, part: id },
        }),
      ),
  );
}

function partsOf({ except, ceases = [] }: Clause): readonly Named[] {
  const inner = (carveOut: CarveOut): readonly Named[] => [carveOut, ...carveOut.except.flatMap(inner)];
  return [...except.flatMap(inner), ...ceases];
}
