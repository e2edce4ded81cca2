import type { ActAnswer, Decision } from '../../src/evaluation/decision.ts';
import type { Request } from '../../src/pack/request.ts';
import type { SettledOutcome } from '../../src/vocabulary/outcome.ts';
import { settlementOf } from './ask-compiled.ts';
import { completedFor } from './complete-request.ts';
import { PRODUCT } from './engines.ts';
import { equal, type Case, type Disagreement } from './examined-case.ts';
import { rulesEngineBounds } from './rules-engine-bounds.ts';

/** The rules engine by itself: its bounds hold what is exactly possible, and each witness, completed, is so. */
export async function ofTheRulesEngine(asked: Case, { answers }: Decision): Promise<readonly Disagreement[]> {
  if (asked.request.divisible !== undefined || asked.examinee.engines !== PRODUCT) return [];
  const found: Disagreement[] = [];
  for (const { provider, acts } of answers) {
    for (const own of acts) found.push(...(await boundsOf(asked, provider, own)));
  }
  return found;
}

async function boundsOf(asked: Case, provider: string, own: ActAnswer): Promise<readonly Disagreement[]> {
  const { tally } = asked;
  const where = `${provider}, ${own.act}`;
  const bounds = await bounded(asked, asked.request, provider, own.act);
  tally.bounds += 1;
  const isWithin = own.possible.every((outcome) => bounds.includes(outcome));
  if (own.possible.length === 0 || !isWithin || (bounds.length === 1 && !equal(own.possible, bounds))) {
    return [{ between: 'the engines', where, said: { bounds, evaluated: own.possible } }];
  }
  if (own.possible.length === 1 || own.bounded === true) return [];
  const found: Disagreement[] = [];
  for (const outcome of own.possible)
    found.push(...(await witnessOfOutcome(asked, provider, own.act, outcome)));
  return found;
}

async function witnessOfOutcome(
  asked: Case,
  provider: string,
  act: string,
  outcome: SettledOutcome,
): Promise<readonly Disagreement[]> {
  const { examinee, assumptions, tally } = asked;
  const completed = completedFor(examinee.judged, asked.request, outcome, { provider, act, assumptions });
  tally.witnesses += 1;
  if (completed === undefined) {
    return [{ between: 'a diagram and its witness', where: `${provider}, ${act}`, said: { outcome } }];
  }
  if (completed.isWhole) tally.wholeWitnesses += 1;
  const one = { ...completed.request, providers: [provider], acts: [act] };
  const decision = await examinee.engines.evaluateRequest(examinee.product, one, { assumptions });
  const possible = decision.answers[0]?.possible ?? [];
  const bounds = await bounded(asked, completed.request, provider, act);
  const isSo = completed.isWhole ? equal(possible, [outcome]) : possible.includes(outcome);
  if (isSo && bounds.includes(outcome)) return [];
  const { facts, readings, elections } = completed.request;
  const said = { outcome, possible, bounds, facts, readings, elections, isWhole: completed.isWhole };
  return [{ between: 'a witness and the engines', where: `${provider}, ${act}`, said }];
}

function bounded(
  { examinee, assumptions }: Case,
  request: Request,
  provider: string,
  act: string,
): Promise<readonly SettledOutcome[]> {
  const settlement = settlementOf(examinee.judged, request, assumptions);
  return rulesEngineBounds(examinee.judged, request, settlement, { provider, act });
}
