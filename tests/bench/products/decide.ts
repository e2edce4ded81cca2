import type { WorkOutcome } from '../common-work/work-request.ts';
import { answeringAtOnce, type Subject } from '../harness/subject.ts';
import { compiledWork, questionOf } from './work-questions.ts';

/** The compiled pack, asked one question at a time. */
export async function prepare(): Promise<Subject> {
  const { decide } = await compiledWork();
  return answeringAtOnce({
    read: questionOf,
    decide: (question) => {
      const decided = decide(question);
      return 'invalid' in decided ? 'invalid' : (decided.outcome as WorkOutcome);
    },
  });
}
