import type { Pack, Reading } from '../../pack/pack.ts';
import { variableOf, words, type Variable } from '../../diagram/variables/variable.ts';
import { bothSides, idsOfBoth, SIDES, type Sided } from '../sides.ts';

/** The class of a reading on which a request says nothing, so that each pack takes what it assumes. */
export const UNSAID = 'unsaid';

/** A reading as one side sees it: by its options, and where the packs assume different things, by what this one assumes. */
export interface ReadingView extends Variable {
  /** The option that stands for `UNSAID`, where there is that class and the side assumes one. */
  readonly assumed?: string;
  readonly hasUnsaid: boolean;
}

/** Gives the readings of both packs by side and id. */
export function jointReadings(packs: Sided<Pack>): Sided<ReadonlyMap<string, ReadingView>> {
  const readings = bothSides((side) => new Map(packs[side].readings.map((each) => [each.id, each])));
  const ids = idsOfBoth(bothSides((side) => packs[side].readings));
  return bothSides((side) => {
    const views = ids.flatMap((id) => {
      const own = readings[side].get(id);
      return own === undefined
        ? []
        : [
            [
              id,
              viewOf(
                own,
                SIDES.flatMap((each) => readings[each].get(id) ?? []),
              ),
            ] as const,
          ];
    });
    return new Map(views);
  });
}

function viewOf({ id, assumed }: Reading, both: readonly Reading[]): ReadingView {
  const options = new Set(both.toReversed().flatMap((reading) => reading.options.map((option) => option.id)));
  const hasUnsaid = new Set(both.map((reading) => reading.assumed?.option)).size > 1;
  const classes = words(...options, ...(hasUnsaid ? [UNSAID] : []));
  return {
    ...variableOf({ is: 'reading', id }, id, classes),
    hasUnsaid,
    ...(hasUnsaid && assumed !== undefined && { assumed: assumed.option }),
  };
}

/** The variable in which a side that assumes nothing leaves a reading open that the other side assumes. */
export function leftOpen({ about, reportedAs, classes }: ReadingView): Variable {
  return { key: `reading ${about.id} (open)`, about, reportedAs, classes: classes.slice(0, -1) };
}
