import { ok } from 'node:assert/strict';
import { evaluate, type Pack } from '../../../src/index.ts';
import { WORK_FIELDS, WORK_OUTCOMES, type WorkOutcome, type WorkRequest } from './work-request.ts';

/** Gives the engine's own answers, to which every other is held. */
export async function answersByEvaluate(
  pack: Pack,
  requests: readonly WorkRequest[],
): Promise<readonly WorkOutcome[]> {
  const answers: WorkOutcome[] = [];
  for (const request of requests) answers.push(await answerByEvaluate(pack, request));
  return answers;
}

async function answerByEvaluate(pack: Pack, request: WorkRequest): Promise<WorkOutcome> {
  const asked = await evaluate(pack, documentOf(request));
  if (!asked.ok) return 'invalid';
  const outcome = WORK_OUTCOMES.find((each) => each === asked.decision.answers[0]?.outcome);
  ok(outcome !== undefined, `the common work is settled by ${JSON.stringify(request)}`);
  return outcome;
}

/** Writes a request of the common work as the engine reads it. */
function documentOf({ date, provider, megawatts, ...request }: WorkRequest): object {
  const facts = WORK_FIELDS.filter((field) => field !== 'provider').map(
    (field) => [field, request[field]] as const,
  );
  return {
    actor: 'buyer',
    date,
    acts: ['procure-capacity'],
    providers: [provider],
    facts: { ...Object.fromEntries(facts), megawatts },
  };
}
