import { ok } from 'node:assert/strict';
import type { Figure } from './figures.ts';
import { compareAnswers } from './harness/compare-answers.ts';
import { installPeers } from './harness/install-peers.ts';
import { SHIPPED_SUBJECTS, type ShippedName } from './harness/shipped-subjects.ts';
import { startShippedSubject, type SubjectProcess } from './harness/subject-process.ts';
import { timeByTurns } from './harness/time-by-turns.ts';
import { decisionTable } from './shipped/decision-table.ts';
import { ASKED, shippedPack } from './shipped/shipped-pack.ts';
import { answerByEvaluate, shippedRequests } from './shipped/shipped-request.ts';

const REQUESTS = 1500;
const SEED = 20_251_028;

/**
 * Measures one decision on an act of the shipped pack by every peer and by `decide`, each in its own process, by turns. All
 * have to give the answers of `evaluate` before anything is timed.
 */
export async function measureShippedWork(): Promise<readonly Figure[]> {
  const shipped = await shippedPack();
  const table = decisionTable(shipped);
  const requests = shippedRequests(table, REQUESTS, SEED);
  const expected: string[] = [];
  for (const request of requests) expected.push(await answerByEvaluate(shipped, request));
  for (const outcome of ['permitted', 'invalid', ...table.lines.map((line) => line.outcome)])
    ok(expected.includes(outcome), `no request comes to ${outcome}`);
  const processes: SubjectProcess<ShippedName, string>[] = [];
  try {
    for (const name of measurable()) {
      const subject = await startShippedSubject(name, table, requests);
      processes.push(subject);
      compareAnswers(name, subject.answers, { requests, expected });
    }
    return figuresOf(await timeByTurns(processes));
  } finally {
    for (const { end } of processes) end();
  }
}

function measurable(): readonly ShippedName[] {
  const hasPeers = installPeers();
  const names = Object.keys(SHIPPED_SUBJECTS) as ShippedName[];
  return names.filter((name) => hasPeers || !SHIPPED_SUBJECTS[name].isInstalled);
}

function figuresOf(nanoseconds: ReadonlyMap<ShippedName, number>): readonly Figure[] {
  const ours = nanoseconds.get('decide') ?? Number.NaN;
  return [...nanoseconds].map(([name, value]) => ({
    figure: `shipped \`${ASKED.act}\` by ${name}; × decide`,
    value: value / 1e6,
    ratio: value / ours,
  }));
}
