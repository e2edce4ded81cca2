import { instrumentOf } from '../../pack/lookup.ts';
import type { Clause, Pack } from '../../pack/pack.ts';
import type { ContractPart } from '../parts/contract-part.ts';
import { answerTo } from './answer-to.ts';
import { answersUnder } from './answers-under.ts';
import type { Asked } from './asked.ts';
import { decidesAsOption, decidesAsState } from './decides-instead.ts';
import { differs } from './differs.ts';

/** Which parts of a pack decide what is asked; nothing where an answer is not found exactly. */
export type FindDecided = (
  asked: Asked,
  parts: readonly ContractPart[],
) => ReadonlySet<ContractPart> | undefined;

/**
 * Prepares to find which parts decide. A part decides if the answer would be another without it: other outcomes would be
 * possible, or where only one is, other clauses would govern. Of what stands where others might, one of those others
 * would have to make another answer.
 */
export function findDecided(pack: Pack): FindDecided {
  const changed = new Map<ContractPart, readonly Clause[]>();
  return (asked, parts) => {
    const { exact, settlement, questions } = asked;
    const answers = questions.flatMap((question) => answerTo(exact, settlement, question) ?? []);
    if (answers.length < questions.length) return undefined;
    const answered = { asked, answers };
    const under = answersUnder(asked);
    return new Set(
      parts.filter((part) => {
        const { change } = part;
        if (change.is === 'option') return decidesAsOption(answered, change);
        if (!change.of.some((clause) => maySpeak(clause, asked))) return false;
        if (change.is === 'state') return decidesAsState(answered, change);
        const clauses = changed.get(part) ?? change.without(pack.clauses);
        changed.set(part, clauses);
        const other = under(clauses);
        return differs(answered, (question) => answerTo(other, settlement, question));
      }),
    );
  };
}

function maySpeak({ binds, acts, instrument }: Clause, { pack, request }: Asked): boolean {
  const begins = instrumentOf(pack, instrument).possiblyFrom;
  const isAsked = acts.some((act) => request.acts.includes(act));
  return isAsked && binds.includes(request.actor) && begins <= request.date;
}
