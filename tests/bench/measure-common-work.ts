import { ok } from 'node:assert/strict';
import { loadPack } from '../../src/index.ts';
import { answersByEvaluate } from './common-work/answers-by-evaluate.ts';
import { generateRequests } from './common-work/generate-requests.ts';
import { WORK_OUTCOMES, WORK_PACK } from './common-work/work-request.ts';
import type { Figure } from './figures.ts';
import { compareAnswers } from './harness/compare-answers.ts';
import { compareSpeeds, explainedASecond, type Nanoseconds } from './harness/comparisons.ts';
import { installPeers } from './harness/install-peers.ts';
import { startSubject, type SubjectProcess } from './harness/subject-process.ts';
import { timeByTurns } from './harness/time-by-turns.ts';
import { SUBJECTS, type SubjectName } from './harness/subjects.ts';

const REQUESTS = 2000;
const SEED = 20_250_121;

/**
 * Measures one decision of the common work by every subject, each in its own process, by turns. All have to give the
 * answers of `evaluate` before anything is timed.
 */
export async function measureCommonWork(): Promise<readonly Figure[]> {
  const names = measurableSubjects();
  const requests = generateRequests(REQUESTS, SEED);
  const loaded = await loadPack(WORK_PACK);
  ok(loaded.ok, loaded.ok ? '' : loaded.diagnostics[0]?.message);
  const expected = await answersByEvaluate(loaded.value, requests);
  for (const outcome of WORK_OUTCOMES) ok(expected.includes(outcome), `no request comes to ${outcome}`);
  const processes: SubjectProcess[] = [];
  try {
    for (const name of names) {
      const subject = await startSubject(name, requests);
      processes.push(subject);
      compareAnswers(name, subject.answers, { requests, expected });
    }
    return figuresOf(await timeByTurns(processes));
  } finally {
    for (const { end } of processes) end();
  }
}

function measurableSubjects(): readonly SubjectName[] {
  const hasPeers = installPeers();
  const names = Object.keys(SUBJECTS) as SubjectName[];
  return names.filter((name) => hasPeers || SUBJECTS[name]?.isInstalled !== true);
}

function figuresOf(nanoseconds: Nanoseconds): readonly Figure[] {
  const hand = nanoseconds.get('hand-written over objects') ?? Number.NaN;
  const alone = [...nanoseconds].map(([name, value]) => ({
    figure: `common work by ${name}; × hand-written over objects`,
    value: value / 1e6,
    ratio: value / hand,
  }));
  return [...alone, ...compareSpeeds(nanoseconds), ...explainedASecond(nanoseconds)];
}
