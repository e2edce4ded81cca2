import { narrowings, type Narrowing } from '../diagram/requests/narrowing.ts';
import type { Decision, Unknown } from '../evaluation/decision.ts';
import { groupedBy } from '../pack/forms/grouped-by.ts';
import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { settlementAsStated } from '../pack/settlement.ts';
import { questionAbout } from './describe-question.ts';
import type { Question } from './question.ts';

/**
 * Chooses what to ask next among all on which an answer still turns: the question after which, on average over the classes
 * of answers that the pack tells apart, the fewest outcomes are left over; between equals, the fewest questions; then the one on which
 * most answers turn. Where that is too much to find out, the last alone counts.
 */
export function bestQuestion(
  decision: Decision,
  pack: Pack,
  request: Request,
  wasAsked: ReadonlySet<string>,
): Question | undefined {
  const open = decision.answers.flatMap(({ turnsOn }) => turnsOn).filter(({ id }) => !wasAsked.has(id));
  const turning = groupedBy(open, ({ id }) => id);
  const found = narrowings(pack, request, settlementAsStated(pack, request)) ?? [];
  const byId = new Map(found.map((each) => [each.id, each]));
  const ranked = [...turning.values()].toSorted(
    (one, other) => compare(byId.get(idOf(one)), byId.get(idOf(other))) || other.length - one.length,
  );
  for (const [unknown] of ranked) {
    const question = unknown === undefined ? undefined : questionAbout(unknown, pack);
    if (question !== undefined) return question;
  }
  return undefined;
}

function idOf([first]: readonly Unknown[]): string {
  return first?.id ?? '';
}

/** What could not be found comes last. */
function compare(one: Narrowing | undefined, other: Narrowing | undefined): number {
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  return one.outcomesLeft - other.outcomesLeft || one.unknownsLeft - other.unknownsLeft;
}
