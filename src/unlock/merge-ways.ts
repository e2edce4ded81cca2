import type { DraftWay } from './way-of.ts';
import type { Said } from './words/change-words.ts';

/** Puts together ways that differ only in the value of one change: each of the values will do. */
export function mergedWays(ways: readonly DraftWay[]): readonly DraftWay[] {
  const merged: DraftWay[] = [];
  for (const way of ways) {
    const place = merged.findIndex((each) => differingIn(each, way) !== undefined);
    const before = merged[place];
    if (before === undefined) merged.push(way);
    else merged[place] = together(before, way);
  }
  return merged.length === ways.length ? merged : mergedWays(merged);
}

/** The only change in which two ways differ, and there only by its values. */
function differingIn(one: DraftWay, other: DraftWay): number | undefined {
  if (frameOf(one) !== frameOf(other)) return undefined;
  const places = one.said.flatMap((said, place) =>
    isSame(said.values, other.said[place]?.values ?? []) ? [] : [place],
  );
  return places.length === 1 ? places[0] : undefined;
}

/** All of a way but the values of its changes. */
function frameOf({ day, until, lifts, restsOn, said }: DraftWay): string {
  return JSON.stringify([day, until, lifts, restsOn, said.map(({ topic, on }) => [topic, on])]);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.join('\n') === other.join('\n');
}

function together(one: DraftWay, other: DraftWay): DraftWay {
  const said = one.said.map((each, place): Said => {
    const { values = [], stretches } = other.said[place] ?? {};
    const classes = new Set([...(each.stretches?.classes ?? []), ...(stretches?.classes ?? [])]);
    return {
      ...each,
      values: [...new Set([...each.values, ...values])],
      ...(each.stretches !== undefined && { stretches: { ...each.stretches, classes: [...classes] } }),
    };
  });
  return { ...one, said };
}
