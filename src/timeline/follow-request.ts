import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import type { Varied } from '../diagram/turns/request-at.ts';
import { turnsOfDate } from '../diagram/turns/turns-of-date.ts';
import { turnsOfFact } from '../diagram/turns/turns-of-fact.ts';
import { summarise } from '../evaluation/answer/request-summary.ts';
import type { EvaluationOptions } from '../evaluation/evaluate-request.ts';
import { partyOf } from '../pack/lookup.ts';
import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { answersAt, type AnswerAt, type Asked } from './answers-at.ts';
import { describeAxis, type Axis } from './axis.ts';
import { openConfirmation, type Confirmation } from './confirmation.ts';
import { joinedStretches } from './joined-stretches.ts';
import { piecesOf } from './pieces-of.ts';
import { stretchesOfDays, stretchesOfNumbers, type Stretch } from './stretches.ts';
import type { ProviderTimeline, Timeline } from './timeline.ts';

/** Follows the answers to a request along an axis, and confirms each piece at both its ends by both engines. */
export async function followRequest(
  pack: Pack,
  request: Request,
  axis: Axis,
  { assumptions = 'as-stated' }: EvaluationOptions = {},
): Promise<Checked<Timeline>> {
  const varied: Varied = axis.fact === undefined ? { is: 'date' } : { is: 'fact', fact: axis.fact.id };
  const asked: Asked = { pack, request, varied, assumptions };
  const stretches = stretchesAlong(asked, axis);
  if (stretches.length > MOST_TURNS)
    return tooMany(`the answer may change on ${String(stretches.length)} days`);
  const confirmation = openConfirmation(asked);
  const answers = await answersTo(asked, stretches, confirmation);
  const joined = request.providers.map((_, place) =>
    joinedStretches(
      stretches,
      answers.flatMap((each) => each[place] ?? []),
    ),
  );
  const count = joined.flat().length;
  if (count > MOST_PIECES) return tooMany(`the answers change ${String(count)} times`);
  const providers: ProviderTimeline[] = [];
  for (const [place, provider] of request.providers.entries()) {
    const pieces = await piecesOf(joined[place] ?? [], place, axis, confirmation);
    providers.push({ provider, name: partyOf(pack, provider).name, pieces });
  }
  const { id, title, digest, disclaimer } = pack;
  return {
    ok: true,
    value: {
      format: 'compute-rights/timeline/1',
      pack: { id, title, digest, disclaimer },
      request: summarise(pack, request),
      varied: describeAxis(axis),
      providers,
    },
    warnings: [],
  };
}

/** The answers of all candidates in each stretch: what is beyond the budget of the diagrams is evaluated as a whole. */
async function answersTo(
  asked: Asked,
  stretches: readonly Stretch[],
  confirmation: Confirmation,
): Promise<readonly (readonly AnswerAt[])[]> {
  const answers: (readonly AnswerAt[])[] = [];
  for (const { first } of stretches) {
    const found = answersAt(asked, first);
    const whole = found.every((each) => each !== undefined) ? found : await confirmation.answersAt(first);
    answers.push(found.map((each, place) => each ?? whole[place]).filter((each) => each !== undefined));
  }
  return answers;
}

/** Beyond so many turns, or changes of answers, a timeline would take minutes. */
const MOST_TURNS = 5_000;
const MOST_PIECES = 1_000;

function tooMany(message: string): Checked<never> {
  return { ok: false, diagnostics: [diagnosticOf('timeline/too-many-turns', message, { path: 'from' })] };
}

function stretchesAlong(
  { pack, request, assumptions }: Asked,
  { fact, isDay, reach }: Axis,
): readonly Stretch[] {
  if (fact === undefined) return stretchesOfDays(turnsOfDate(pack, request, reach, assumptions), reach);
  const cuts = turnsOfFact(pack, request, fact, reach);
  if (!isDay) return stretchesOfNumbers(cuts, reach);
  return stretchesOfDays([reach.from, ...cuts.map(({ at }) => at)], reach);
}
