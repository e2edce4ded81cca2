import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import type { Varied } from '../diagram/turns/request-at.ts';
import { turnsOfDate } from '../diagram/turns/turns-of-date.ts';
import { turnsOfFact } from '../diagram/turns/turns-of-fact.ts';
import type { Decision } from '../evaluation/decision.ts';
import type { EvaluationOptions } from '../evaluation/evaluate-request.ts';
import { summarise } from '../evaluation/answer/request-summary.ts';
import { partyOf } from '../pack/lookup.ts';
import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { isoFromDay } from '../vocabulary/day.ts';
import { answersAt, type AnswerAt, type Asked } from './answers-at.ts';
import type { Axis } from './check-asked.ts';
import { openConfirmation, type Confirmation } from './confirmation.ts';
import { causesBetween } from './causes.ts';
import type { At } from './events.ts';
import { joinedStretches, type Joined } from './pieces.ts';
import { stretchesOfDays, stretchesOfNumbers, type Stretch } from './stretches.ts';
import type { AxisValue, Piece, ProviderTimeline, Timeline } from './timeline.ts';

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
  const answers: (readonly AnswerAt[])[] = [];
  for (const { first } of stretches) {
    const found = answersAt(asked, first);
    const whole = found.every((each) => each !== undefined) ? found : await confirmation.answersAt(first);
    answers.push(found.map((each, place) => each ?? whole[place]).filter((each) => each !== undefined));
  }
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

async function piecesOf(
  joined: readonly Joined[],
  place: number,
  axis: Axis,
  confirmation: Confirmation,
): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  let before: Decision | undefined;
  for (const { first, last, answer } of joined) {
    const decision = await confirmation.confirmed(first.first, place, answer);
    const own = decision.answers[place];
    if (own === undefined) throw new Error('a candidate has no answer');
    const value = first.first;
    pieces.push({
      from: axisValue(first.low.at, axis),
      to: axisValue(last.high.at, axis),
      ...(first.low.side === 'after' && { fromExcluded: true as const }),
      ...(last.high.side === 'before' && { toExcluded: true as const }),
      outcome: own.outcome,
      possible: own.possible,
      ...(own.bounded === true && { bounded: true as const }),
      governing: own.governing,
      turnsOn: own.turnsOn.map(({ id }) => id),
      because:
        before === undefined ? [] : causesBetween(before.answers[place], own, atValue(value, axis, decision)),
    });
    before = await confirmation.confirmed(last.last, place, answer);
  }
  return pieces;
}

/** On which day something happens, where days are days of the request. */
function atValue(value: number, { fact }: Axis, { request }: Decision): At {
  if (fact !== undefined) return {};
  const { completeTo } = request.opportunity ?? {};
  return { day: isoFromDay(value), ...(completeTo !== undefined && { completeTo }) };
}

function axisValue(value: number, { isDay }: Axis): AxisValue {
  return isDay ? isoFromDay(value) : value;
}

function describeAxis(axis: Axis): Timeline['varied'] {
  const { fact, reach } = axis;
  return {
    is: fact === undefined ? 'date' : 'fact',
    ...(fact !== undefined && { fact: fact.id, question: fact.question }),
    ...(fact?.type.is === 'number' && fact.type.unit !== undefined && { unit: fact.type.unit }),
    from: axisValue(reach.from, axis),
    to: axisValue(reach.to, axis),
  };
}
