import { causeOf } from './parts/cause-of.ts';
import {
  eachClause,
  eachInstrument,
  eachPart,
  eachWhole,
  smallestOf,
  type Difference,
} from './parts/differences.ts';
import type { Part } from './parts/part.ts';
import { isRestored, resultOf } from './marks.ts';
import type { RecordedDecision, UntracedAnswer } from './record/recorded-decision.ts';
import type { Cause, ReplayResult } from './replay.ts';
import type { Trials } from './trials.ts';

/** An answer that is not what was recorded. */
export interface Differing {
  readonly recorded: UntracedAnswer;
  /** The answer of now; none where it is refused. */
  readonly now?: UntracedAnswer | undefined;
  readonly result: ReplayResult;
}

/** What made a difference, as far as trying could find it. */
export interface Attribution {
  readonly causes: readonly Cause[];
  readonly together: boolean;
  readonly unattributed?: string;
}

/** What can be put back. */
export interface Ground {
  readonly trials: Trials;
  readonly parts: readonly Part[];
  /** The days for which a decision was asked and is asked now, where they differ. */
  readonly days?: { readonly before: string; readonly after: string };
}

/**
 * Finds what made the difference in each answer of a decision, by putting back one thing after another: first the smallest
 * parts, then clauses, then instruments that are new or gone, and then as few of all together as restore the answer.
 */
export async function attribute(
  decision: RecordedDecision,
  differing: readonly Differing[],
  ground: Ground,
): Promise<ReadonlyMap<string, Attribution>> {
  const found = new Map<string, Attribution>();
  const { parts, days } = ground;
  const day: readonly Difference[] = days === undefined ? [] : [{ is: 'day' }];
  for (const level of [[...day, ...eachPart(parts)], eachClause(parts), eachWhole(parts)]) {
    const left = differing.filter(({ recorded }) => !found.has(recorded.provider));
    if (left.length > 0) await tryEach(decision, left, level, ground, found);
  }
  for (const each of differing) {
    const { provider } = each.recorded;
    const alone = found.get(provider);
    const gaveUp = ground.trials.mayGoOn() ? undefined : unattributed(usedUp(ground.trials));
    const all = [...day, ...eachInstrument(parts)];
    if (alone === undefined) found.set(provider, gaveUp ?? (await tryTogether(decision, each, all, ground)));
    else if (gaveUp !== undefined) found.set(provider, { ...gaveUp, ...alone });
  }
  return found;
}

async function tryEach(
  decision: RecordedDecision,
  differing: readonly Differing[],
  level: readonly Difference[],
  ground: Ground,
  found: Map<string, Attribution>,
): Promise<void> {
  for (const difference of level) {
    if (!ground.trials.mayGoOn()) return;
    const answers = await ground.trials.ask(decision, [difference]);
    for (const { recorded, result } of differing) {
      const tried = answers?.ok === true ? answers.by.get(recorded.provider) : undefined;
      if (!isRestored(recorded, tried, result)) continue;
      const causes = found.get(recorded.provider)?.causes ?? [];
      found.set(recorded.provider, {
        causes: [...causes, causeFrom(difference, ground)],
        together: false,
      });
    }
  }
}

/** Takes out of everything that was put back what is not needed to restore the answer: instruments first, then parts. */
async function tryTogether(
  decision: RecordedDecision,
  differing: Differing,
  all: readonly Difference[],
  ground: Ground,
): Promise<Attribution> {
  const { recorded, result } = differing;
  const restores = async (back: readonly Difference[]): Promise<boolean> => {
    const answers = await ground.trials.ask(decision, back);
    const tried = answers?.ok === true ? answers.by.get(recorded.provider) : undefined;
    return isRestored(recorded, tried, result);
  };
  if (!(await restores(all))) return unattributed(NOT_RESTORED);
  let needed = await neededOf(all, restores, ground);
  const smaller = needed?.flatMap((each) => smallestOf(each, ground.parts));
  if (smaller !== undefined && (await restores(smaller))) needed = await neededOf(smaller, restores, ground);
  if (needed === undefined) return unattributed(usedUp(ground.trials));
  const forSense = await onlyForSense(decision, differing, needed, ground);
  const causes = needed.map((each) => ({
    ...causeFrom(each, ground),
    ...(forSense.has(each) && { forSense: true as const }),
  }));
  const last = (cause: Cause): number => (cause.forSense === true ? 1 : 0);
  return { causes: causes.toSorted((one, other) => last(one) - last(other)), together: needed.length > 1 };
}

/** Of what is needed, that which makes no difference alone, and without which the rest is no pack that loads. */
async function onlyForSense(
  decision: RecordedDecision,
  { recorded: { provider }, now }: Differing,
  needed: readonly Difference[],
  { trials }: Ground,
): Promise<ReadonlySet<Difference>> {
  const found = new Set<Difference>();
  for (const difference of needed) {
    const without = await trials.ask(
      decision,
      needed.filter((each) => each !== difference),
    );
    const alone = without === undefined ? await trials.ask(decision, [difference]) : undefined;
    const tried = alone?.ok === true ? alone.by.get(provider) : undefined;
    if (now !== undefined && tried !== undefined && resultOf(now, tried) === 'unchanged')
      found.add(difference);
  }
  return found;
}

/** What is left when nothing more can be taken out; `undefined` where the trials were used up before. */
async function neededOf(
  all: readonly Difference[],
  restores: (back: readonly Difference[]) => Promise<boolean>,
  { trials }: Ground,
): Promise<readonly Difference[] | undefined> {
  let needed = all;
  for (const difference of all) {
    if (!trials.mayGoOn()) return undefined;
    const without = needed.filter((each) => each !== difference);
    if (await restores(without)) needed = without;
  }
  return needed;
}

function usedUp({ most }: Trials): string {
  return `gave up after ${String(most)} ${most === 1 ? 'trial' : 'trials'}`;
}

/** Says that nothing was found, and why. */
export function unattributed(why: string): Attribution {
  return { causes: [], together: false, unattributed: why };
}

/** Nothing of what can be put back makes a difference, nor all of it. */
export const NOT_RESTORED = 'nothing that was put back restores the recorded answer';

function causeFrom(difference: Difference, { days }: Ground): Cause {
  if (difference.is === 'parts') return causeOf(difference.parts);
  return { kind: 'date', part: 'date', change: 'changed', ...days };
}
