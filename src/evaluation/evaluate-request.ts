import type { Clause, Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import type { Exact } from '../diagram/requests/exact-answer.ts';
import { outcomeOf, type SettledOutcome } from '../vocabulary/outcome.ts';
import { assumptionsBehind, type PossibleUnder } from './answer/assumptions.ts';
import type { ActAnswer, Answer, Assumption, Decision, Governing } from './decision.ts';
import { openFirmness, type DecidingFor } from './firmness/firmness-of.ts';
import type { ClauseTrace } from './trace.ts';
import { openWitnessCheck, type Bounds, type CheckWitnesses } from './exact/check-witnesses.ts';
import { crossCheck } from './exact/cross-check.ts';
import { exactAnswers, type ExactAnswers } from './exact/exact-answers.ts';
import { describeWitnesses } from './exact/witnesses.ts';
import type { Standing } from './outcomes/displacement.ts';
import { inForceOn } from './clauses/in-force.ts';
import { mayBeLive } from './clauses/may-be-live.ts';
import { actOf, partyOf } from '../pack/lookup.ts';
import { missingNoticeContents } from './answer/missing-contents.ts';
import { parametersOf } from './answer/parameters.ts';
import { summarise } from './answer/request-summary.ts';
import { settlementAsStated, withOpened } from '../pack/settlement.ts';
import { traceOf, traceOfIdle } from './answer/trace.ts';
import { describeUnknowns } from './answer/unknowns.ts';
import type { Verdict, World } from './outcomes/verdict.ts';
import { openWorlds, type Worlds } from './outcomes/worlds.ts';
import { dividedVerdict, type DividedVerdict, type SummedUp } from './quantities/divided-verdict.ts';
import { overActs } from './quantities/over-acts.ts';
import { openPortions, type PortionsOf } from './quantities/portions.ts';
import { governingDivided, governingOverActs } from './quantities/reduced-governing.ts';
import { stepsToward } from './quantities/reduced-steps.ts';
import { reductionTo } from './quantities/reduction.ts';

export interface EvaluationOptions {
  /** `open` treats every assumed value and every reading, those the request takes included, as unknown. */
  readonly assumptions?: 'as-stated' | 'open';
  /** Whether to find how far the date and the numbers of the request are from where the answer flips. */
  readonly firmness?: boolean;
}

/** Decides a checked request: for each candidate and act the outcome, what governs it, and the record of why. */
export async function evaluateRequest(
  pack: Pack,
  request: Request,
  { assumptions = 'as-stated', firmness = false }: EvaluationOptions = {},
): Promise<Decision> {
  const stated = settlementAsStated(pack, request);
  const open = withOpened(stated, everyAssumption(pack));
  const binding = pack.clauses.filter((clause) => clause.binds.includes(request.actor));
  const live = binding.filter((clause) => mayBeLive(clause, pack, request, open));
  const worlds = await openWorlds(live, pack, request, assumptions === 'open' ? open : stated);
  const portionsOf = openPortions(live.filter(({ acts }) => acts.some((act) => request.acts.includes(act))));
  const exact = exactAnswers(pack, request);
  const checkWitnesses = openWitnessCheck(worlds.base, exact);
  const decidingFor = firmness ? openFirmness(pack, request, worlds.base.settlement, assumptions) : undefined;
  const evaluation = { binding, live, worlds, portionsOf, exact, checkWitnesses, decidingFor };
  const answers: Answer[] = [];
  for (const provider of request.providers) {
    answers.push(await answerFor(provider, evaluation));
  }
  return {
    format: 'compute-rights/decision/1',
    pack: { id: pack.id, title: pack.title, digest: pack.digest, disclaimer: pack.disclaimer },
    request: summarise(pack, request),
    answers,
  };
}

/** The clauses that bind the actor, those of them that are or may be in force, and the findings about them. */
interface Evaluation {
  readonly binding: readonly Clause[];
  readonly live: readonly Clause[];
  readonly worlds: Worlds;
  readonly portionsOf: PortionsOf;
  readonly exact: ExactAnswers;
  readonly checkWitnesses: CheckWitnesses;
  readonly decidingFor: DecidingFor | undefined;
}

function everyAssumption(pack: Pack): readonly string[] {
  return [...pack.readings.map((reading) => reading.id), ...parametersOf(pack).keys()];
}

async function answerFor(provider: string, evaluation: Evaluation): Promise<Answer> {
  const { pack, request } = evaluation.worlds.base;
  const reached: Reached[] = [];
  for (const act of request.acts) reached.push(await actAnswer(provider, act, evaluation));
  const together = overActs(reached.map(({ bounds }) => bounds));
  const bounds = { possible: together.possible, verdicts: reached.map((each) => each.bounds) };
  const exact = await exactly(provider, request.acts, bounds, evaluation);
  const summed = sharpened(together, exact);
  const { possible, room } = summed;
  const verdicts = reached.map(({ verdict }) => verdict);
  const ids = summed.turnsOn ?? verdicts.flatMap((verdict) => verdict.turnsOnAtAnySize);
  return {
    provider,
    name: partyOf(pack, provider).name,
    outcome: outcomeOf(possible),
    possible,
    governing:
      request.divisible === undefined
        ? governingTogether(
            reached.map(({ answer }) => answer),
            possible,
          )
        : governingOverActs(verdicts, summed, pack),
    turnsOn: possible.length === 1 ? [] : describeUnknowns([...new Set(ids)], pack, request),
    ...openIn(exact, possible, { pack, request }),
    ...(room !== undefined && { reduction: reductionTo(room, verdicts, pack) }),
    acts: reached.map(({ answer }) => answer),
  };
}

/** What an answer with several outcomes says besides: a case for each, or that they are only bounds. */
function openIn(
  exact: Exact | undefined,
  possible: readonly SettledOutcome[],
  { pack, request }: Pick<World, 'pack' | 'request'>,
): Pick<ActAnswer, 'witnesses' | 'bounded'> {
  if (possible.length < 2) return {};
  if (exact === undefined || exact.isBounded) return { bounded: true };
  return { witnesses: describeWitnesses(exact, pack, request) };
}

/** The clauses that govern some act, for the outcomes that the acts together can come to. */
function governingTogether(
  acts: readonly ActAnswer[],
  possible: readonly SettledOutcome[],
): readonly Governing[] {
  const governing = acts.flatMap((act) => act.governing.filter(({ outcome }) => possible.includes(outcome)));
  return [...new Map(governing.map((each) => [`${each.outcome} ${each.clause}`, each])).values()];
}

/** What is exactly possible as settled, once it and its witnesses have been held against the bounds. */
async function exactly(
  candidate: string,
  acts: readonly string[],
  { possible, verdicts }: Bounds,
  evaluation: Evaluation,
): Promise<Exact | undefined> {
  const { exact: answers, worlds, checkWitnesses } = evaluation;
  const exact = answers.possible(candidate, acts, worlds.base.settlement);
  if (exact === undefined) return undefined;
  crossCheck({ candidate, acts, bounded: possible, exact: exact.possible }, worlds.base.request);
  await checkWitnesses({
    candidate,
    acts,
    verdicts,
    exact,
    boundsIn: async (world) => {
      const completed = await Promise.all(acts.map((act) => boundsOf(candidate, act, world, evaluation)));
      return { possible: overActs(completed).possible, verdicts: completed };
    },
  });
  return exact;
}

/** What the rules engine bounds of one act in a world. */
async function boundsOf(
  candidate: string,
  act: string,
  world: World,
  { live, portionsOf }: Evaluation,
): Promise<DividedVerdict> {
  const clauses = live.filter((clause) => clause.acts.includes(act));
  return dividedVerdict(candidate, clauses, world, await portionsOf(world));
}

/** The answer for one act, with the bounds and the verdict that it puts in words. */
interface Reached {
  readonly bounds: DividedVerdict;
  readonly verdict: DividedVerdict;
  readonly answer: ActAnswer;
}

async function actAnswer(provider: string, act: string, evaluation: Evaluation): Promise<Reached> {
  const { binding, live, worlds, exact } = evaluation;
  const { base } = worlds;
  const { pack, request, settlement } = base;
  const clauses = live.filter((clause) => clause.acts.includes(act));
  const bounds = await boundsOf(provider, act, base, evaluation);
  const found = await exactly(provider, [act], { possible: bounds.possible, verdicts: [bounds] }, evaluation);
  const verdict = sharpened(bounds, found);
  const { possible, turnsOn } = verdict;
  const possibleUnder: PossibleUnder = async (other, changed) =>
    exact.possible(provider, [act], other)?.possible ??
    (await boundsOf(provider, act, await worlds.settledAs(other, changed), evaluation)).possible;
  const { assumptions, possibleWithout } = await assumptionsBehind(possible, possibleUnder, clauses, worlds);
  const answer: ActAnswer = {
    act,
    title: actOf(pack, act).name,
    outcome: outcomeOf(possible),
    possible,
    governing: exact.governing(provider, act, settlement, possible) ?? governingDivided(verdict, pack),
    turnsOn: describeUnknowns(turnsOn, pack, request),
    ...openIn(found, possible, { pack, request }),
    steps: stepsToward(verdict, request.actor, { pack, settlement, candidate: provider, date: request.date }),
    assumptions,
    ...(possibleWithout !== undefined && {
      withoutAssumptions: { outcome: outcomeOf(possibleWithout), possible: possibleWithout },
    }),
    ...(found !== undefined && firmnessIn(evaluation, provider, act, possible, assumptions)),
    trace: traces(
      binding.filter(({ acts }) => acts.includes(act)),
      verdict,
      worlds,
    ),
  };
  return { bounds, verdict, answer };
}

/** What decides an answer, where it was asked for and something does. */
function firmnessIn(
  { decidingFor }: Evaluation,
  provider: string,
  act: string,
  possible: readonly SettledOutcome[],
  assumptions: readonly Assumption[],
): Pick<ActAnswer, 'firmness'> {
  if (decidingFor === undefined) return {};
  const deciding = decidingFor(provider, act, possible);
  const alone = assumptions
    .filter(({ otherwise }) => otherwise.togetherWith.length === 0)
    .map(({ id }) => id);
  return deciding.length === 0 && alone.length === 0 ? {} : { firmness: { deciding, assumptions: alone } };
}

/** Puts what is exactly possible in the place of its bounds; a reduction that cannot help is dropped. */
function sharpened<T extends SummedUp>(bounds: T, exact: Exact | undefined): T & Partial<Exact> {
  if (exact === undefined) return bounds;
  const { room, ...rest } = bounds;
  const helps = room !== undefined && exact.possible.includes('conditional');
  return { ...rest, ...exact, ...(helps && { room }) } as T & Exact;
}

function traces(clauses: readonly Clause[], verdict: Verdict, { base }: Worlds): readonly ClauseTrace[] {
  const { pack, request, settlement } = base;
  const standings = new Map<string, Standing>(
    verdict.standings.map((standing) => [standing.finding.clause.id, standing]),
  );
  return clauses.map((clause) => {
    const standing = standings.get(clause.id);
    if (standing === undefined)
      return traceOfIdle(clause, inForceOn(clause, pack, request, settlement).trace, pack);
    return traceOf(standing, pack, settlement, missingNoticeContents(standing.finding, request, settlement));
  });
}
