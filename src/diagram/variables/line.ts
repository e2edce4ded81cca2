/** A place at which a line of numbers is cut: before the number, or after it. */
export interface Cut {
  readonly at: number;
  readonly side: 'before' | 'after';
}

/** Numbers or days cut into intervals, and each interval into as many ranks as have to be told equal or different. */
export interface Line {
  readonly cuts: readonly Cut[];
  /** Where each interval's classes begin among all classes; one more at the end. */
  readonly firstClasses: readonly number[];
}

/** Cuts a line. `ranks` numbers of one interval can be told apart where it holds so many; days are whole. */
export function lineOf(cuts: readonly Cut[], ranks: number, isWhole: boolean): Line {
  const sorted = cutsInOrder(isWhole ? cuts.map(beforeDay) : cuts);
  const firstClasses = [0];
  for (let interval = 0; interval <= sorted.length; interval += 1) {
    const room = Math.min(ranks, roomBetween(sorted[interval - 1], sorted[interval], isWhole));
    firstClasses.push((firstClasses.at(-1) ?? 0) + room);
  }
  return { cuts: sorted, firstClasses };
}

export function classCount({ firstClasses }: Line): number {
  return firstClasses.at(-1) ?? 1;
}

/** The interval that a number is in. */
export function intervalOf({ cuts }: Line, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const cut = cuts[middle];
    if (cut !== undefined && isBeyond(value, cut)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The interval of a class. */
export function intervalOfClass({ firstClasses }: Line, klass: number): number {
  return firstClasses.findLastIndex((first) => first <= klass);
}

/** The rank of a class within its interval. */
export function rankOfClass(line: Line, klass: number): number {
  return klass - (line.firstClasses[intervalOfClass(line, klass)] ?? 0);
}

/** The class of a number: its interval, and its place among the other numbers there that it may be compared with. */
export function classOfNumber(line: Line, value: number, compared: readonly number[]): number {
  const interval = intervalOf(line, value);
  const before = new Set(compared.filter((other) => other < value && intervalOf(line, other) === interval));
  return (line.firstClasses[interval] ?? 0) + before.size;
}

/** The bounds of an interval, as far as it has any. */
export function boundsOf({ cuts }: Line, interval: number): { readonly low?: Cut; readonly high?: Cut } {
  const [low, high] = [cuts[interval - 1], cuts[interval]];
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

/** True where a number lies on the far side of a cut. */
function isBeyond(value: number, { at, side }: Cut): boolean {
  return side === 'before' ? value >= at : value > at;
}

/** Tells of an interval whether all of it lies on the far side of one of the line's own cuts. */
export function isIntervalBeyond({ cuts }: Line, cut: Cut, isWhole: boolean): (interval: number) => boolean {
  const { at, side } = isWhole ? beforeDay(cut) : cut;
  const place = cuts.findIndex((each) => each.at === at && each.side === side);
  if (place === -1) throw new RangeError(`the line is not cut ${side} ${String(at)}`);
  return (interval) => interval > place;
}

/** After a day is before the next. */
export function beforeDay({ at, side }: Cut): Cut {
  return { at: side === 'before' ? at : at + 1, side: 'before' };
}

/** Orders cuts as they lie on the line, each once. */
export function cutsInOrder(cuts: readonly Cut[]): readonly Cut[] {
  const byText = new Map(cuts.map((cut) => [`${String(cut.at)} ${cut.side}`, cut]));
  return [...byText.values()].toSorted(
    (one, other) => one.at - other.at || (one.side === other.side ? 0 : one.side === 'before' ? -1 : 1),
  );
}

function roomBetween(low: Cut | undefined, high: Cut | undefined, isWhole: boolean): number {
  if (low === undefined || high === undefined) return Number.POSITIVE_INFINITY;
  if (isWhole) return high.at - low.at;
  return low.at === high.at ? 1 : Number.POSITIVE_INFINITY;
}
