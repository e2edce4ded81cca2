import type { Clause } from '../../pack/pack.ts';
import type { Procedure } from '../../pack/procedure.ts';
import type { StageLength } from '../../vocabulary/period.ts';
import { describeDuration } from '../criteria/describe-test.ts';
import { described, listed, type DescribedParameter } from './described-parameter.ts';

/** Gives the parameters of a first right with the questions that they answer, in the order of its stages. */
export function procedureQuestions(clause: Clause, procedure: Procedure): readonly DescribedParameter[] {
  return [...beforeTheAnswer(clause, procedure), ...afterTheAnswer(clause, procedure)];
}

function beforeTheAnswer(clause: Clause, procedure: Procedure): readonly DescribedParameter[] {
  const { id } = clause;
  const { trigger, requires, clock, within, silence, part, match, fallsShort, effect } = procedure;
  return [
    described(clause, trigger, `From which stage of a deal does ${id} have to be honoured?`, String),
    described(clause, requires, `What must a notice under ${id} contain?`, listed),
    described(clause, clock, `What starts the response window of ${id}?`, String),
    described(clause, within, `How long is the response window of ${id}?`, describeDuration),
    described(clause, silence, `What does the holder's silence mean under ${id}?`, String),
    described(clause, part, `May the holder take a part of a deal under ${id}?`, String),
    described(clause, match, `What terms does an exercise of ${id} have to match?`, String),
    described(clause, fallsShort, `What does an exercise of ${id} count as that is not allowed?`, String),
    described(clause, effect, `Does an exercise of ${id} keep others out?`, String),
  ];
}

function afterTheAnswer(clause: Clause, procedure: Procedure): readonly DescribedParameter[] {
  const { id } = clause;
  const { talks, noAgreement, releaseFor, terms, pending } = procedure;
  const releases = new Set([releaseFor.declined, releaseFor.silent, releaseFor.noAgreement]);
  return [
    described(clause, talks, `How long do the parties talk under ${id}?`, describeTalks),
    described(clause, noAgreement, `What does it mean under ${id} that the talks fail?`, String),
    ...[...releases].map((length) =>
      described(clause, length, `For how long does a release under ${id} last?`, describeDuration),
    ),
    described(clause, terms.others, `Do terms matter that ${id} does not name?`, String),
    described(clause, terms.reopenOn, `After which changes does ${id} ask for a new offer?`, String),
    described(clause, pending, `What becomes of an offer under way when ${id} ends?`, String),
  ];
}

function describeTalks(talks: StageLength | 'no-talks'): string {
  return talks === 'no-talks' ? 'no talks' : describeDuration(talks);
}
