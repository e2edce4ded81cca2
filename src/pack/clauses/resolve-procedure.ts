import { complete } from '../forms/complete.ts';
import { readStageLength } from '../forms/read-duration.ts';
import { readList } from '../forms/read-list.ts';
import { readText } from '../forms/read-text.ts';
import {
  CLOCKS,
  EXERCISE_EFFECTS,
  MATCH_STANDARDS,
  NO_AGREEMENTS,
  NO_TALKS,
  PART_RULES,
  PENDING_RULES,
  SHORTFALLS,
  SILENCES,
  STAGES,
  type Procedure,
} from '../procedure.ts';
import type { StageLength } from '../../vocabulary/period.ts';
import { child, type Spot } from '../written/written.ts';
import { checkStages } from './check-stages.ts';
import { resolveAble, resolveFrequency } from './resolve-notice-and-gate.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveDealTerms } from './resolve-deal-terms.ts';
import { resolveReleases } from './resolve-releases.ts';
import type { ValueForm } from './resolve-stated.ts';
import { lengthForm, statedPart, wordForm } from './stated-part.ts';

/** Resolves the procedure of a first right. Whatever is left out, or all of it, is unknown. */
export function resolveProcedure(spot: Spot, clause: string, context: ResolveContext): Procedure | undefined {
  if (!checkStages(spot, context.report)) return undefined;
  const stated = statedPart(spot, clause, context);
  const lengths = lengthForm(context);
  const words = <Word extends string>(list: readonly Word[]) => wordForm(list, context);
  const contents = {
    read: (each: Spot) => readList(each, (one) => readText(one, context.report), context.report),
    mayBeNone: true,
  };
  return complete({
    trigger: stated(['trigger'], words(STAGES)),
    requires: stated(['notice', 'requires'], contents),
    clock: stated(['notice', 'clock'], words(CLOCKS)),
    ...resolveFrequency(spot, context),
    within: stated(['response', 'within'], lengths),
    silence: stated(['response', 'silence'], words(SILENCES)),
    part: stated(['exercise', 'part'], words(PART_RULES)),
    match: stated(['exercise', 'match'], words(MATCH_STANDARDS)),
    ...resolveAble(spot, context),
    fallsShort: stated(['exercise', 'falls-short'], words(SHORTFALLS)),
    effect: stated(['exercise', 'effect'], words(EXERCISE_EFFECTS), { is: 'set', value: 'reserves' }),
    ...resolveTalks(spot, clause, context),
    noAgreement: stated(['negotiation', 'no-agreement'], words(NO_AGREEMENTS)),
    ...resolveReleases(spot, stated, context),
    terms: resolveDealTerms(spot, stated, context),
    pending: stated(['pending'], words(PENDING_RULES)),
  });
}

/**
 * `negotiation: none` says that there are no talks; `within: none`, that they have no end. Where that there are none is
 * assumed, or hangs on a reading, the word is `no-talks`. A map speaks of talks: then only their length can be unknown.
 */
function resolveTalks(spot: Spot, clause: string, context: ResolveContext) {
  const negotiation = child(spot, 'negotiation');
  if (negotiation.value === 'none') {
    const id = context.parameterId(`${clause}.negotiation.within`);
    return { talks: { id, stated: { is: 'set', value: NO_TALKS } }, mayLackTalks: false } as const;
  }
  const read = (each: Spot) =>
    each.value === NO_TALKS ? NO_TALKS : readStageLength(each, context.vocabulary.calendars, context.report);
  const form: ValueForm<StageLength | typeof NO_TALKS> = { read, mayBeNone: true };
  const talks = statedPart(spot, clause, context)(['negotiation', 'within'], form);
  return { talks, mayLackTalks: negotiation.value === undefined || areAssumedAway(talks?.stated) };
}

function areAssumedAway(stated: Procedure['talks']['stated'] | undefined): boolean {
  return stated?.is === 'assumed' && stated.limit.is === 'set' && stated.limit.value === NO_TALKS;
}
