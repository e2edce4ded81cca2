import { ok } from 'node:assert/strict';
import { sink, type Course } from './subject.ts';
import { SUBJECTS } from './subjects.ts';
import { SHIPPED_SUBJECTS } from './shipped-subjects.ts';
import type { Question, Reply, Take } from './messages.ts';

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
  course = await courseOf(question);
  return { say: 'answers', answers: await course.answers() };
}

async function courseOf(question: Take): Promise<Course> {
  if (question.ask === 'take-shipped') {
    const { prepare } = await SHIPPED_SUBJECTS[question.subject].load();
    return (await prepare(question.table)).take(question.requests);
  }
  const module = SUBJECTS[question.subject];
  ok(module !== undefined, `there is no subject \`${question.subject}\``);
  const { prepare } = await module.load();
  return (await prepare()).take(question.requests);
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
