import { requestDiagrams, type RequestDiagrams } from '../../diagram/requests/exact-answer.ts';
import { answersOf, type ExactAnswers } from '../../evaluation/exact/exact-answers.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Scenario } from '../../pack/scenario.ts';
import { settlementAsStated, settlementFor, type Settlement } from '../../pack/settlement.ts';

/** Of what a request asks, that which a scenario expects something of, with the diagrams that answer it. */
export interface Asked {
  readonly pack: Pack;
  readonly request: Request;
  readonly settlement: Settlement;
  readonly questions: readonly Question[];
  readonly base: RequestDiagrams;
  readonly exact: ExactAnswers;
}

/** Acts that are done together with one candidate. */
export interface Question {
  readonly candidate: string;
  readonly acts: readonly string[];
}

/** Gives what a scenario asks: the answer for each provider of which it expects one, and for each act that it names. */
export function askedBy(
  pack: Pack,
  request: Request,
  { expect = {}, assumptions }: Pick<Scenario, 'expect' | 'assumptions'>,
): Asked {
  const questions = Object.entries(expect).flatMap(([candidate, { acts = {} }]) => {
    const each = request.acts.length === 1 ? [] : Object.keys(acts);
    return [{ candidate, acts: request.acts }, ...each.map((act) => ({ candidate, acts: [act] }))];
  });
  const settlement =
    assumptions === 'open' ? settlementFor(pack, { assumptions }) : settlementAsStated(pack, request);
  const base = requestDiagrams(pack, request);
  return { pack, request, settlement, questions, base, exact: answersOf(base, pack, request) };
}
