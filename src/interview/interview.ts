import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Decision, Unknown } from '../evaluation/decision.ts';
import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { checkRequest } from '../pack/check-request.ts';
import type { Overrides } from '../pack/override-request.ts';
import type { Pack } from '../pack/pack.ts';
import { bestQuestion } from './best-question.ts';
import { questionAbout } from './describe-question.ts';
import { changesBy, withChange, type Change, type Draft } from './draft.ts';
import { askProvider, frameQuestion } from './frame-questions.ts';
import type { Question, Reply } from './question.ts';

/** An interview as far as it has come: plain data, from which the next question follows. */
export interface Interview {
  readonly pack: Pack;
  /** The request with which it began. */
  readonly given: Draft;
  readonly replies: readonly { readonly question: Question; readonly reply: Reply }[];
}

/** Where an interview stands: the answer so far, once there is a request, and what to ask next, if anything. */
export interface Turn {
  readonly decision?: Decision;
  readonly question?: Question;
  /** What the answer turns on that nobody needs to be asked: the contract, or the record, would have to say it. */
  readonly beyond: readonly Unknown[];
}

/** Begins with a request that may leave anything out. */
export function startInterview(pack: Pack, given: Draft): Interview {
  return { pack, given, replies: [] };
}

/** What the replies so far change in the request given, in the order in which they were made. */
export function changesIn({ replies }: Interview): readonly Change[] {
  return replies.flatMap(({ question, reply }) => changesBy(question, reply));
}

/** The request so far. */
export function draftOf(interview: Interview): Draft {
  return changesIn(interview).reduce(withChange, interview.given);
}

/** Finds the answer so far and the next question. A request given with mistakes is not asked about. */
export async function nextTurn(interview: Interview): Promise<Checked<Turn>> {
  const { pack } = interview;
  const draft = draftOf(interview);
  const frame = frameQuestion(pack, draft) ?? providerQuestion(interview, draft);
  if (frame !== undefined) return turn({ question: frame, beyond: [] });
  const request = checkRequest(pack, draft, 'request');
  if (!request.ok) return request;
  const decision = await evaluateRequest(pack, request.value);
  const asked = new Set(interview.replies.map(({ question }) => question.id));
  const question = bestQuestion(decision, pack, request.value, asked);
  const beyond = decision.answers
    .flatMap(({ turnsOn }) => turnsOn)
    .filter((each) => questionAbout(each, pack) === undefined);
  return turn({
    decision,
    ...(question !== undefined && { question }),
    beyond: [...new Map(beyond.map((each) => [each.id, each])).values()],
  });
}

/** Where nobody said so, with whom is asked once: each provider is an answer that leaves the request as it is. */
function providerQuestion({ pack, given, replies }: Interview, draft: Draft): Question | undefined {
  const wasAsked = replies.some(({ question }) => question.about === 'provider');
  const isWhole = frameQuestion(pack, given) === undefined;
  return wasAsked || isWhole || draft['providers'] !== undefined
    ? undefined
    : askProvider(pack, draft['actor']);
}

function turn(value: Turn): Checked<Turn> {
  return { ok: true, value, warnings: [] };
}

/** Takes a reply, or says what is wrong with it as a request would be told. */
export function withReply(interview: Interview, question: Question, reply: Reply): Checked<Interview> {
  const next = { ...interview, replies: [...interview.replies, { question, reply }] };
  const draft = { ...standIns(interview.pack), ...draftOf(next) };
  const checked = checkRequest(interview.pack, draft, 'reply');
  return checked.ok ? { ok: true, value: next, warnings: [] } : checked;
}

/** Stand where a request that is not whole yet says nothing, so that what it says can be checked. */
export function standIns({ parties, acts }: Pack): Pick<Overrides, 'actor' | 'acts' | 'date'> {
  return { actor: parties[0]?.id ?? '', acts: acts.slice(0, 1).map(({ id }) => id), date: '9999-12-31' };
}

/** Takes the last reply back. */
export function withoutLastReply(interview: Interview): Interview {
  return { ...interview, replies: interview.replies.slice(0, -1) };
}
