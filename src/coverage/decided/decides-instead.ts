import { requestDiagrams } from '../../diagram/requests/exact-answer.ts';
import { answersOf } from '../../evaluation/exact/exact-answers.ts';
import { withReading } from '../../pack/settlement.ts';
import { firstRightStates } from '../../procedure/first-right-states.ts';
import { firstRightOf } from '../../procedure/record/first-right-clause.ts';
import type { OptionChange, StateChange } from '../parts/contract-part.ts';
import { answerTo } from './answer-to.ts';
import type { Asked, Question } from './asked.ts';
import { differs, type Answered } from './differs.ts';

/** True where the option is taken, and another would make another answer. */
export function decidesAsOption(answered: Answered, { variable, label }: OptionChange): boolean {
  const { settlement, exact } = answered.asked;
  const { id } = variable.about;
  if (settlement.readings.get(id) !== label) return false;
  return otherLabels({ variable, label }).some((other) =>
    differs(answered, (question) => answerTo(exact, withReading(settlement, id, other), question)),
  );
}

/** True where the right stands in just that state in the deal on record, and another would make another answer. */
export function decidesAsState(answered: Answered, change: StateChange): boolean {
  const { asked } = answered;
  const { pack, request, settlement } = asked;
  if (request.opportunity === undefined || !isExit(asked, change)) return false;
  const isThere = (question: Question): boolean => standsIn(asked, question, change);
  if (!asked.questions.some(isThere)) return false;
  return otherLabels(change).some((other) => {
    const known = { [change.variable.key]: other };
    const exact = answersOf(requestDiagrams(pack, request, known), pack, request);
    return differs(answered, (question) =>
      isThere(question)
        ? answerTo(exact, settlement, question)
        : answered.answers[asked.questions.indexOf(question)],
    );
  });
}

function otherLabels({ variable, label }: Pick<OptionChange, 'variable' | 'label'>): readonly string[] {
  return variable.classes.flatMap((each) => (each.label === label ? [] : [each.label]));
}

function standsIn(asked: Asked, { candidate }: Question, { of, label }: StateChange): boolean {
  const [right] = of;
  const states = asked.exact.statesUnder([right], candidate, asked.settlement, []).get(right.id);
  return states?.size === 1 && states.has(label);
}

/** True where a release is by the exit that is meant, and by no other. */
function isExit({ pack, request, settlement }: Asked, { of, exit }: StateChange): boolean {
  if (exit === undefined) return true;
  const { states } = firstRightStates({
    clause: firstRightOf(of[0]),
    pack,
    request,
    circumstance: { settlement, facts: request.facts },
    tell: ({ is }) => is,
  });
  return states.length > 0 && states.every((state) => state.is === 'released' && state.by === exit);
}
