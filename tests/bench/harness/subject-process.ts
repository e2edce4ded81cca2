import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { WorkOutcome, WorkRequest } from '../common-work/work-request.ts';
import type { DecisionTable } from '../shipped/table-line.ts';
import type { ShippedRequest } from '../shipped/shipped-request.ts';
import type { Question, Reply, Take } from './messages.ts';
import { SHIPPED_SUBJECTS, type ShippedName } from './shipped-subjects.ts';
import { SUBJECTS, type SubjectName } from './subjects.ts';

const RUNNER = path.join(import.meta.dirname, 'run-subject.js');

/** One subject in a process of its own, seen from the bench. */
export interface SubjectProcess<Name extends string = SubjectName, Outcome extends string = WorkOutcome> {
  readonly name: Name;
  readonly answers: readonly Outcome[];
  /** Nanoseconds of one decision, over at least so many milliseconds. */
  readonly time: (milliseconds: number) => Promise<number>;
  readonly end: () => void;
}

/** Starts a subject's process and has it answer the requests. */
export function startSubject(name: SubjectName, requests: readonly WorkRequest[]): Promise<SubjectProcess> {
  return start(name, SUBJECTS[name]?.nodeFlags, { ask: 'take', subject: name, requests });
}

/** The same for the act of the shipped pack. */
export function startShippedSubject(
  name: ShippedName,
  table: DecisionTable,
  requests: readonly ShippedRequest[],
): Promise<SubjectProcess<ShippedName, string>> {
  const take = { ask: 'take-shipped', subject: name, table, requests } as const;
  return start(name, SHIPPED_SUBJECTS[name].nodeFlags, take);
}

async function start<Name extends string, Outcome extends string>(
  name: Name,
  nodeFlags: readonly string[] | undefined,
  take: Take,
): Promise<SubjectProcess<Name, Outcome>> {
  const child = fork(RUNNER, { execArgv: [...(nodeFlags ?? [])] });
  const ask = <Say extends Reply['say']>(question: Question, say: Say): Promise<Said<Say>> =>
    replyOf(child, question, say).catch((failure: unknown) => {
      child.kill();
      throw new Error(`${name} cannot be measured`, { cause: failure });
    });
  const { answers } = await ask(take, 'answers');
  return {
    name,
    answers: answers as readonly Outcome[],
    time: async (milliseconds) => (await ask({ ask: 'time', milliseconds }, 'time')).nanoseconds,
    end: () => {
      child.kill();
    },
  };
}

type Said<Say extends Reply['say']> = Extract<Reply, { readonly say: Say }>;

function replyOf<Say extends Reply['say']>(
  child: ChildProcess,
  question: Question,
  say: Say,
): Promise<Said<Say>> {
  return new Promise((resolve, reject) => {
    const onMessage = (reply: Reply): void => {
      child.off('exit', onExit);
      if (isSaid(reply, say)) resolve(reply);
      else reject(new Error(reply.say === 'failure' ? reply.message : `it says ${reply.say} for ${say}`));
    };
    const onExit = (code: number | null, signal: string | null): void => {
      child.off('message', onMessage);
      reject(new Error(`its process ended with ${String(code ?? signal)}`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.send(question);
  });
}

function isSaid<Say extends Reply['say']>(reply: Reply, say: Say): reply is Said<Say> {
  return reply.say === say;
}
