import { medianOf } from '../medians.ts';
import type { SubjectProcess } from './subject-process.ts';

const ROUNDS = 9;
/** Of one subject in one round. */
const MILLISECONDS = 100;

/** Nanoseconds of one decision by each subject: medians over rounds in which they take turns, after one that does not count. */
export async function timeByTurns<Name extends string>(
  processes: readonly Pick<SubjectProcess<Name, string>, 'name' | 'time'>[],
): Promise<ReadonlyMap<Name, number>> {
  const measured = new Map<Name, number[]>(processes.map(({ name }) => [name, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { name, time } of processes) {
      const nanoseconds = await time(MILLISECONDS);
      if (round >= 0) measured.get(name)?.push(nanoseconds);
    }
  }
  return new Map([...measured].map(([name, values]) => [name, medianOf(values)]));
}
