import type { Clause, Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { outcomeOf } from '../vocabulary/outcome.ts';
import { assumptionsBehind } from './answer/assumptions.ts';
import type { ActAnswer, Answer, ClauseTrace, Decision } from './decision.ts';
import type { Standing } from './outcomes/displacement.ts';
import { inForceOn } from './clauses/in-force.ts';
import { actOf, partyOf } from './lookup.ts';
import { missingNoticeContents } from './answer/missing-contents.ts';
import { parametersOf } from './answer/parameters.ts';
import { summarise } from './answer/request-summary.ts';
import { settlementAsStated, withOpened, type Settlement } from './settlement.ts';
import { traceOf, traceOfIdle } from './answer/trace.ts';
import { describeUnknowns } from './answer/unknowns.ts';
import type { Verdict, World } from './outcomes/verdict.ts';
import { openWorlds, type Worlds } from './outcomes/worlds.ts';
import { dividedVerdict, type DividedVerdict } from './quantities/divided-verdict.ts';
import { overActs } from './quantities/over-acts.ts';
import { openPortions, type PortionsOf } from './quantities/portions.ts';
import { governingDivided, governingOverActs } from './quantities/reduced-governing.ts';
import { stepsToward } from './quantities/reduced-steps.ts';
import { reductionTo } from './quantities/reduction.ts';

export interface EvaluationOptions {
  /** `open` treats every assumed value and every reading, those the request takes included, as unknown. */
  readonly assumptions?: 'as-stated' | 'open';
}

/** Decides a checked request: for each candidate and act the outcome, what governs it, and the record of why. */
export async function evaluateRequest(
  pack: Pack,
  request: Request,
  { assumptions = 'as-stated' }: EvaluationOptions = {},
): Promise<Decision> {
  const stated = settlementAsStated(pack, request);
  const open = withOpened(stated, everyAssumption(pack));
  const binding = pack.clauses.filter((clause) => clause.binds.includes(request.actor));
  const live = binding.filter((clause) => inForceOn(clause, pack, request, open).finding !== 'not-met');
  const worlds = await openWorlds(live, pack, request, assumptions === 'open' ? open : stated);
  const portionsOf = openPortions(live.filter(({ acts }) => acts.some((act) => request.acts.includes(act))));
  const answers: Answer[] = [];
  for (const provider of request.providers) {
    answers.push(await answerFor(provider, { binding, live, worlds, portionsOf }));
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
}

function everyAssumption(pack: Pack): readonly string[] {
  return [...pack.readings.map((reading) => reading.id), ...parametersOf(pack).keys()];
}

async function answerFor(provider: string, evaluation: Evaluation): Promise<Answer> {
  const { pack, request } = evaluation.worlds.base;
  const reached: Reached[] = [];
  for (const act of request.acts) reached.push(await actAnswer(provider, act, evaluation));
  const divided = reached.map(({ verdict }) => verdict);
  const summed = overActs(divided);
  const { possible, room } = summed;
  const ids = possible.length === 1 ? [] : divided.flatMap((verdict) => verdict.turnsOnAtAnySize);
  return {
    provider,
    name: partyOf(pack, provider).name,
    outcome: outcomeOf(possible),
    possible,
    governing: governingOverActs(divided, summed, pack),
    turnsOn: describeUnknowns([...new Set(ids)], pack, request),
    ...(room !== undefined && { reduction: reductionTo(room, divided, pack) }),
    acts: reached.map(({ answer }) => answer),
  };
}

/** The answer for one act, with the verdict that it puts in words. */
interface Reached {
  readonly verdict: DividedVerdict;
  readonly answer: ActAnswer;
}

async function actAnswer(
  provider: string,
  act: string,
  { binding, live, worlds, portionsOf }: Evaluation,
): Promise<Reached> {
  const { base } = worlds;
  const { pack, request, settlement } = base;
  const clauses = live.filter((clause) => clause.acts.includes(act));
  const judge = async (world: World): Promise<DividedVerdict> =>
    dividedVerdict(provider, clauses, world, await portionsOf(world));
  const verdict = await judge(base);
  const { possible, turnsOn } = verdict;
  const { assumptions, possibleWithout } = await assumptionsBehind(verdict, judge, clauses, worlds);
  const answer: ActAnswer = {
    act,
    title: actOf(pack, act).name,
    outcome: outcomeOf(possible),
    possible,
    governing: governingDivided(verdict, pack),
    turnsOn: describeUnknowns(turnsOn, pack, request),
    steps: stepsToward(verdict, request.actor, { pack, settlement, candidate: provider, date: request.date }),
    assumptions,
    ...(possibleWithout !== undefined && {
      withoutAssumptions: { outcome: outcomeOf(possibleWithout), possible: possibleWithout },
    }),
    trace: traces(
      binding.filter((clause) => clause.acts.includes(act)),
      verdict,
      settlement,
      worlds,
    ),
  };
  return { verdict, answer };
}

function traces(
  clauses: readonly Clause[],
  verdict: Verdict,
  settlement: Settlement,
  { base }: Worlds,
): readonly ClauseTrace[] {
  const { pack, request } = base;
  const standings = new Map<string, Standing>(
    verdict.standings.map((standing) => [standing.finding.clause.id, standing]),
  );
  return clauses.map((clause) => {
    const standing = standings.get(clause.id);
    if (standing === undefined)
      return traceOfIdle(clause, inForceOn(clause, pack, request, settlement).trace, pack);
    return traceOf(standing, pack, missingNoticeContents(standing.finding, request, settlement));
  });
}
