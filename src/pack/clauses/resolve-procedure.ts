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
import { child, type Spot } from '../written/written.ts';
import { checkStages } from './check-stages.ts';
import { resolveAble, resolveFrequency } from './resolve-notice-and-gate.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveDealTerms } from './resolve-deal-terms.ts';
import { resolveReleases } from './resolve-releases.ts';
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
    talks: resolveTalks(spot, clause, context),
    noAgreement: stated(['negotiation', 'no-agreement'], words(NO_AGREEMENTS)),
    ...resolveReleases(spot, stated, context),
    terms: resolveDealTerms(spot, stated, context),
    pending: stated(['pending'], words(PENDING_RULES)),
  });
}

/**
 * `negotiation: none` says that there are no talks; `within: none`, that they have no end. Where that there are none is
 * assumed, or hangs on a reading, the word is `no-talks`.
 */
function resolveTalks(spot: Spot, clause: string, context: ResolveContext): Procedure['talks'] | undefined {
  if (child(spot, 'negotiation').value === 'none') {
    const id = context.parameterId(`${clause}.negotiation.within`);
    return { id, stated: { is: 'set', value: NO_TALKS } };
  }
  const read = (each: Spot) => 
    each.value === NO_TALKS
      ? NO_TALKS
      : readStageLength(each, context.vocabulary.calendars, context.report);
  return statedPart(spot, clause, context)(['negotiation', 'within'], { read, mayBeNone: true });
}
