import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { WorkOutcome, WorkRequest } from '../common-work/work-request.ts';
import type { Question, Reply } from './messages.ts';
import { SUBJECTS, type SubjectName } from './subjects.ts';

const RUNNER = path.join(import.meta.dirname, 'run-subject.js');

/** One subject in a process of its own, seen from the bench. */
export interface SubjectProcess {
  readonly name: SubjectName;
  readonly answers: readonly WorkOutcome[];
  /** Nanoseconds of one decision, over at least so many milliseconds. */
  readonly time: (milliseconds: number) => Promise<number>;
  readonly end: () => void;
}

/** Starts a subject's process and has it answer the requests. */
export async function startSubject(
  name: SubjectName,
  requests: readonly WorkRequest[],
): Promise<SubjectProcess> {
  const child = fork(RUNNER, { execArgv: [...(SUBJECTS[name]?.nodeFlags ?? [])] });
  const ask = <Say extends Reply['say']>(question: Question, say: Say): Promise<Said<Say>> =>
    replyOf(child, question, say).catch((failure: unknown) => {
      child.kill();
      throw new Error(`${name} cannot be measured`, { cause: failure });
    });
  const { answers } = await ask({ ask: 'take', subject: name, requests }, 'answers');
  return {
    name,
    answers,
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
