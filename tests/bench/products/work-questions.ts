import { ok } from 'node:assert/strict';
import {
  compile,
  loadPack,
  type Compiled,
  type Decided,
  type Invalid,
  type Question,
} from '../../../src/index.ts';
import { WORK_OUTCOMES, WORK_PACK, type WorkOutcome, type WorkRequest } from '../common-work/work-request.ts';

/** Compiles the pack of the common work. */
export async function compiledWork(): Promise<Compiled> {
  const loaded = await loadPack(WORK_PACK);
  ok(loaded.ok, loaded.ok ? '' : loaded.diagnostics[0]?.message);
  return compile(loaded.value);
}

/** Writes a request of the common work as a question, every part by name. */
export function questionOf(request: WorkRequest): Question {
  return {
    actor: 'buyer',
    act: 'procure-capacity',
    provider: request.provider,
    date: request.date,
    facts: {
      capacity: request.capacity,
      workload: request.workload,
      build: request.build,
      customer: request.customer,
      clearance: request.clearance,
      megawatts: request.megawatts,
    },
  };
}

/** The outcome of an answer to the common work, which is never open. */
export function outcomeOfWork(decided: Decided | Invalid): WorkOutcome {
  if ('invalid' in decided) return 'invalid';
  const outcome = WORK_OUTCOMES.find((each) => each === decided.outcome);
  ok(outcome !== undefined, 'the common work is settled');
  return outcome;
}
