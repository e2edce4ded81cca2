import type { Question } from '../../../src/index.ts';
import type { Subject } from '../harness/subject.ts';
import { compiledWork, outcomeOfWork, questionOf } from './work-questions.ts';

/** The compiled pack, asked for outcome, possible outcomes and what they turn on; every other question leaves two facts out. */
export async function prepare(): Promise<Subject> {
  const { explain } = await compiledWork();
  return {
    take: (requests) => {
      const questions = requests.map(questionOf);
      const asked = questions.map((question, index) => (index % 2 === 0 ? question : withGaps(question)));
      let at = 0;
      return {
        answers: () => questions.map((question) => outcomeOfWork(explain(question))),
        run: (decisions) => {
          for (let made = 0; made < decisions; made += 1) {
            turned += countTurns(explain(asked[at] as Question));
            at = at + 1 === asked.length ? 0 : at + 1;
          }
          return decisions;
        },
      };
    },
  };
}

function withGaps(question: Question): Question {
  const { capacity, build, clearance, megawatts } = question.facts ?? {};
  return { ...question, facts: { capacity, build, clearance, megawatts } };
}

function countTurns(answer: object): number {
  return 'turnsOn' in answer ? (answer.turnsOn as readonly string[]).length : 0;
}

/** What became of all answers, so that none is optimised away. */
export let turned = 0;
