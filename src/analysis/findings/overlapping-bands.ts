import type { Instrument, Pack } from '../../pack/pack.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import type { Finding, MakeFinding } from '../finding.ts';

/** Finds instruments that may have started in the same days, so that it is open which came first. */
export function overlappingBands({ instruments }: Pack, make: MakeFinding): readonly Finding[] {
  const banded = instruments.filter(({ from, possiblyFrom }) => possiblyFrom < from);
  return banded.flatMap((later, place) =>
    banded
      .slice(0, place)
      .filter((earlier) => overlap(earlier, later))
      .map((earlier) => {
        const [first, last] = [
          Math.max(earlier.possiblyFrom, later.possiblyFrom),
          Math.min(earlier.from, later.from),
        ];
        const days = `from ${isoFromDay(first)} to ${isoFromDay(last)}`;
        return make(
          'lint/overlapping-bands',
          `\`${earlier.id}\` and \`${later.id}\` may both have started ${days}`,
          {
            of: later.id,
            at: { is: 'instrument', id: later.id },
            see: { part: { is: 'instrument', id: earlier.id }, message: `\`${earlier.id}\` is the other` },
          },
        );
      }),
  );
}

function overlap(one: Instrument, other: Instrument): boolean {
  return one.possiblyFrom <= other.from && other.possiblyFrom <= one.from;
}
