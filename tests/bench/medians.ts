type Subject = () => unknown;

/** Milliseconds of one call of each subject: medians over rounds in which the subjects take turns. */
export async function medians<Name extends string>(
  subjects: Readonly<Record<Name, Subject>>,
  { rounds, calls }: { readonly rounds: number; readonly calls: Readonly<Record<Name, number>> },
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(subjects) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const name of names) {
      const milliseconds = await measure(subjects[name], calls[name]);
      if (round >= 0) measured.get(name)?.push(milliseconds);
    }
  }
  const results = names.map((name) => [name, medianOf(measured.get(name) ?? [])] as const);
  return Object.fromEntries(results) as Readonly<Record<Name, number>>;
}

/** Awaits only what has to be awaited, so that a function that takes nanoseconds is not charged for it. */
async function measure(subject: Subject, calls: number): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) {
    const result = subject();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / calls;
}

/** Gives the middle one, or the upper of two. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
