import { canonicalText } from '../pack/forms/digest.ts';
import type { UntracedAct, UntracedAnswer } from './record/recorded-decision.ts';
import type { ReplayedAct, ReplayResult } from './replay.ts';

/** Tells how two answers for one provider compare; one that is missing was refused. */
export function resultOf(before: UntracedAnswer, after: UntracedAnswer | undefined): ReplayResult {
  if (after === undefined || outcomesIn(before) !== outcomesIn(after)) return 'flipped';
  return reasonsIn(before) === reasonsIn(after) ? 'unchanged' : 'reason-changed';
}

/** True where an answer is again what it was, as far as it had changed: in its outcomes, or in its reasons too. */
export function isRestored(
  recorded: UntracedAnswer,
  tried: UntracedAnswer | undefined,
  result: ReplayResult,
): boolean {
  const compared = resultOf(recorded, tried);
  return compared === 'unchanged' || (result === 'flipped' && compared === 'reason-changed');
}

function outcomesIn({ possible, acts }: UntracedAnswer): string {
  return canonicalText([possible, acts.map((act) => [act.act, act.possible])]);
}

function reasonsIn({ acts }: UntracedAnswer): string {
  return canonicalText(acts.map((act) => [governingIn(act).toSorted(), stepsIn(act), turnsOnIn(act)]));
}

function governingIn({ governing }: UntracedAct): readonly string[] {
  return governing.map(({ clause, outcome }) => `${clause} ${outcome}`);
}

function stepsIn({ steps }: UntracedAct): string {
  return canonicalText(
    steps.map(({ clause, kind, do: deed, deadline = null, freeFrom = null }) => [
      clause,
      kind,
      deed,
      deadline,
      freeFrom,
    ]),
  );
}

function turnsOnIn({ turnsOn }: UntracedAct): string {
  return canonicalText(turnsOn.map(({ id }) => id).toSorted());
}

/** Gives the acts in which two answers differ. */
export function changedActs(
  before: UntracedAnswer,
  after: UntracedAnswer | undefined,
): readonly ReplayedAct[] {
  return before.acts.flatMap((then) => {
    const now = after?.acts.find(({ act }) => act === then.act);
    const changed = { act: then.act, title: then.title, before: then.outcome, ...changesIn(then, now) };
    const isSame =
      now !== undefined &&
      canonicalText(then.possible) === canonicalText(now.possible) &&
      canonicalText(governingIn(then).toSorted()) === canonicalText(governingIn(now).toSorted()) &&
      changed.otherwise.length === 0;
    return isSame ? [] : [changed];
  });
}

function changesIn(
  then: UntracedAct,
  now: UntracedAct | undefined,
): Omit<ReplayedAct, 'act' | 'title' | 'before'> {
  if (now === undefined)
    return { after: 'refused', nowGoverns: [], noLongerGoverns: clausesIn(then), otherwise: [] };
  const [before, after] = [clausesIn(then), clausesIn(now)];
  return {
    after: now.outcome,
    nowGoverns: after.filter((clause) => !before.includes(clause)),
    noLongerGoverns: before.filter((clause) => !after.includes(clause)),
    otherwise: [
      ...(stepsIn(then) === stepsIn(now) ? [] : (['steps'] as const)),
      ...(turnsOnIn(then) === turnsOnIn(now) ? [] : (['turns-on'] as const)),
    ],
  };
}

function clausesIn({ governing }: UntracedAct): readonly string[] {
  return [...new Set(governing.map(({ clause }) => clause))];
}
