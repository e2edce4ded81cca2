import { ok } from 'node:assert/strict';
import { sink, type Course } from './subject.ts';
import { SUBJECTS } from './subjects.ts';
import type { Question, Reply } from './messages.ts';

/** The process of one subject: it takes the requests, answers them, and is timed whenever it is asked to be. */
let course: Course | undefined;
let lot = 100;

process.on('message', (question: Question) => {
  replyTo(question).then(
    (reply) => process.send?.(reply),
    (failure: unknown) => process.send?.({ say: 'failure', message: String(failure) } satisfies Reply),
  );
});

async function replyTo(question: Question): Promise<Reply> {
  if (question.ask === 'time') {
    ok(course !== undefined, 'nothing was taken yet');
    return { say: 'time', nanoseconds: await time(course, question.milliseconds) };
  }
  const module = SUBJECTS[question.subject];
  ok(module !== undefined, `there is no subject \`${question.subject}\``);
  const { prepare } = await module.load();
  course = (await prepare()).take(question.requests);
  return { say: 'answers', answers: await course.answers() };
}

/** Nanoseconds of one decision, over a lot that takes long enough; the lot that did is where the next round begins. */
async function time({ run }: Course, milliseconds: number): Promise<number> {
  for (;;) {
    const start = performance.now();
    const made = await run(lot);
    const taken = performance.now() - start;
    ok(sink >= 0);
    if (taken >= milliseconds) return (taken / made) * 1e6;
    lot *= 2;
  }
}
