import type { Request } from '../../src/pack/request.ts';
import { isPlain } from './ask-compiled.ts';
import { ofTheCompiledPack } from './compare-compiled.ts';
import { ofTheRulesEngine } from './compare-rules-engine.ts';
import { againstTheJudge, judgement } from './compare-with-judge.ts';
import { PRODUCT } from './engines.ts';
import type { Case, Disagreement, Examinee } from './examined-case.ts';
import type { Batch } from './generate-batches.ts';
import type { Pair } from './generate-pairs.ts';
import { checkedRequest } from './load-documents.ts';
import type { Tally } from './tally.ts';

/** Gives all pairs of a batch. */
export function pairsIn({ pack, requests }: Batch): readonly Pair[] {
  return requests.map((asked) => ({ pack, ...asked }));
}

/** Lets everyone answer, and gives what they do not agree on. Costly comparisons are made where `isThorough`. */
export async function examinePair(
  examinee: Examinee,
  { request: document, assumptions }: Pick<Pair, 'request' | 'assumptions'>,
  { tally, isThorough }: { readonly tally: Tally; readonly isThorough: boolean },
): Promise<readonly Disagreement[]> {
  const judgedRequest = checkedRequest(examinee.judged, document);
  const request = soundOrFaulty(examinee, document, judgedRequest);
  const asked: Case = { examinee, judgedRequest, request, assumptions, tally };
  tally.pairs += 1;
  const naive = judgement(asked);
  if (naive === undefined) tally.skipped += 1;
  else if (naive.some(({ completions }) => completions.length > 1)) tally.incomplete += 1;
  try {
    const decision = await examinee.engines.evaluateRequest(examinee.product, request, { assumptions });
    return [
      ...(naive === undefined ? [] : againstTheJudge(asked, decision, naive)),
      ...(isPlain(request, examinee.product) ? ofTheCompiledPack(asked, decision, naive) : []),
      ...(isThorough ? await ofTheRulesEngine(asked, decision) : []),
    ];
  } catch (error) {
    return [
      {
        between: isDisagreement(error) ? ENGINES_WITHIN : 'the product and itself: it throws',
        where: 'all',
        said: { thrown: String(error).slice(0, 300) },
      },
    ];
  }
}

/** Who does not agree where `evaluate` finds by itself that its two engines contradict each other. */
export const ENGINES_WITHIN = 'the two engines within evaluate';

function isDisagreement(error: unknown): boolean {
  return error instanceof Error && error.name === 'EnginesDisagree';
}

function soundOrFaulty({ engines, product }: Examinee, document: unknown, sound: Request): Request {
  if (engines === PRODUCT) return sound;
  const checked = engines.checkRequest(product, document);
  if (!checked.ok) throw new Error('a request is refused that the sound product takes');
  return checked.value;
}
