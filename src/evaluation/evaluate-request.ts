import type { Clause, Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { inOrder, outcomeOf, worse, type SettledOutcome } from '../vocabulary/outcome.ts';
import { assumptionsBehind } from './answer/assumptions.ts';
import type { ActAnswer, Answer, ClauseTrace, Decision, Governing, Unknown } from './decision.ts';
import type { Standing } from './outcomes/displacement.ts';
import { governingClauses } from './outcomes/governing.ts';
import { inForceOn } from './clauses/in-force.ts';
import { actOf, partyOf } from './lookup.ts';
import { missingNoticeContents } from './answer/missing-contents.ts';
import { parametersOf } from './answer/parameters.ts';
import { summarise } from './answer/request-summary.ts';
import { settlementAsStated, withOpened, type Settlement } from './settlement.ts';
import { outstandingSteps } from './answer/steps.ts';
import { traceOf, traceOfIdle } from './answer/trace.ts';
import { describeUnknowns } from './answer/unknowns.ts';
import { verdictOn, type Verdict } from './outcomes/verdict.ts';
import { openWorlds, type Worlds } from './outcomes/worlds.ts';

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
  const answers: Answer[] = [];
  for (const provider of request.providers) {
    answers.push(await answerFor(provider, { binding, live, worlds }));
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
}

function everyAssumption(pack: Pack): readonly string[] {
  return [...pack.readings.map((reading) => reading.id), ...parametersOf(pack).keys()];
}

async function answerFor(provider: string, evaluation: Evaluation): Promise<Answer> {
  const { pack, request } = evaluation.worlds.base;
  const acts: ActAnswer[] = [];
  for (const act of request.acts) acts.push(await actAnswer(provider, act, evaluation));
  const possible = worstOfEach(acts.map((act) => act.possible));
  return {
    provider,
    name: partyOf(pack, provider).name,
    outcome: outcomeOf(possible),
    possible,
    governing: distinctGoverning(
      acts.flatMap((act) => act.governing.filter(({ outcome }) => possible.includes(outcome))),
    ),
    turnsOn: possible.length === 1 ? [] : distinctUnknowns(acts.flatMap((act) => act.turnsOn)),
    acts,
  };
}

async function actAnswer(
  provider: string,
  act: string,
  { binding, live, worlds }: Evaluation,
): Promise<ActAnswer> {
  const { base } = worlds;
  const { pack, request, settlement } = base;
  const clauses = live.filter((clause) => clause.acts.includes(act));
  const verdict = verdictOn(provider, clauses, base);
  const { possible, standings, turnsOn } = verdict;
  const { assumptions, possibleWithout } = await assumptionsBehind(verdict, provider, clauses, worlds);
  return {
    act,
    title: actOf(pack, act).name,
    outcome: outcomeOf(possible),
    possible,
    governing: governingClauses(standings, possible, pack),
    turnsOn: describeUnknowns(turnsOn, pack, request),
    steps: mayStillServe(possible)
      ? outstandingSteps(standings, { pack, settlement, candidate: provider, date: request.date })
      : [],
    assumptions,
    ...(possibleWithout !== undefined && {
      withoutAssumptions: { outcome: outcomeOf(possibleWithout), possible: possibleWithout },
    }),
    trace: traces(
      binding.filter((clause) => clause.acts.includes(act)),
      verdict,
      base.settlement,
      worlds,
    ),
  };
}

/** Steps are of use only where some completion lets the candidate serve once they have been taken. */
function mayStillServe(possible: readonly SettledOutcome[]): boolean {
  return possible.some((outcome) => outcome !== 'prohibited' && outcome !== 'conflicted');
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

/** Gives the worst outcome of each way of taking one possible outcome of every act. */
function worstOfEach(acts: readonly (readonly SettledOutcome[])[]): readonly SettledOutcome[] {
  const worst = acts.reduce<readonly SettledOutcome[]>(
    (sums, possible) => inOrder(sums.flatMap((sum) => possible.map((outcome) => worse(sum, outcome)))),
    ['permitted'],
  );
  return inOrder(worst);
}

function distinctGoverning(governing: readonly Governing[]): readonly Governing[] {
  const byClause = new Map(governing.map((entry) => [`${entry.outcome} ${entry.clause}`, entry]));
  return [...byClause.values()];
}

function distinctUnknowns(unknowns: readonly Unknown[]): readonly Unknown[] {
  return [...new Map(unknowns.map((unknown) => [unknown.id, unknown])).values()];
}
