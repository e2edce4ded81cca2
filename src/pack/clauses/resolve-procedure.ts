import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { complete } from '../forms/complete.ts';
import { readList } from '../forms/read-list.ts';
import { readText } from '../forms/read-text.ts';
import {
  CLOCKS,
  EXERCISE_EFFECTS,
  MATCH_STANDARDS,
  NO_AGREEMENTS,
  PART_RULES,
  PENDING_RULES,
  SHORTFALLS,
  SILENCES,
  STAGES,
  type Procedure,
} from '../procedure.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import { PROCEDURE_SHAPE, STAGE_SHAPES } from './procedure-shapes.ts';
import { resolveAble, resolveFrequency } from './resolve-notice-and-gate.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveDealTerms } from './resolve-deal-terms.ts';
import { resolveReleases } from './resolve-releases.ts';
import { durationForm, statedPart, wordForm } from './stated-part.ts';

/** Resolves the procedure of a first right. Whatever is left out, or all of it, is unknown. */
export function resolveProcedure(spot: Spot, clause: string, context: ResolveContext): Procedure | undefined {
  if (!isShaped(spot, context)) return undefined;
  const stated = statedPart(spot, clause, context);
  const durations = durationForm(context);
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
    within: stated(['response', 'within'], durations),
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

/** `negotiation: none` says that there are no talks; `within: none`, that they have no end. */
function resolveTalks(spot: Spot, clause: string, context: ResolveContext): Procedure['talks'] | undefined {
  const talks = child(spot, 'negotiation');
  if (talks.value !== 'none')
    return statedPart(spot, clause, context)(['negotiation', 'within'], durationForm(context));
  const id = context.parameterId(`${clause}.negotiation.within`);
  return { id, stated: { is: 'set', value: 'no-talks' } };
}

function isShaped(spot: Spot, context: ResolveContext): boolean {
  if (spot.value === undefined) return true;
  if (Object.keys(spot.value ?? {}).length === 0) {
    reportWrong(spot, 'a procedure', context.report);
    return false;
  }
  if (checkShape(spot, PROCEDURE_SHAPE, context.report) === undefined) return false;
  const stages = Object.entries(STAGE_SHAPES).map(([key, shape]) => {
    const stage = child(spot, key);
    if (stage.value === undefined || (key === 'negotiation' && stage.value === 'none')) return true;
    if (key === 'negotiation' && !isMap(stage.value))
      return reportWrong(stage, 'a map or `none`', context.report);
    return checkShape(stage, shape, context.report);
  });
  return stages.every(Boolean);
}
