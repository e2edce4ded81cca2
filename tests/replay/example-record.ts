import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { askedRequest } from '../../src/pack/asked-request.ts';
import { takeValue } from '../../src/pack/written/take-value.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { openReplaySide } from '../../src/replay/open-replay-side.ts';
import { untraced, type RecordedDecision } from '../../src/replay/record/recorded-decision.ts';
import { replayDecisions, type ReplayGround } from '../../src/replay/replay-decisions.ts';
import type { Replay, ReplayedAnswer } from '../../src/replay/replay.ts';
import { valueOf } from '../pack/good-pack.ts';
import { WORKPLACE } from '../commands/workplace.ts';

export type Texts = Readonly<Record<string, string>>;

const read = (name: string): string => readFileSync(path.join(WORKPLACE, 'rules/example', name), 'utf8');

/** The texts of the pack in the workplace. */
export const EXAMPLE: Texts = { 'pack.yaml': read('pack.yaml'), 'deed.yaml': read('deed.yaml') };

/** What the workplace's request asks of one provider. */
export const ASKED = {
  actor: 'buyer',
  date: '2025-03-31',
  acts: ['procure-capacity'],
  providers: ['rival'],
  facts: { capacity: 'new', megawatts: 200, 'own-site': false },
};

/** Texts in which something stands in the place of something else, which has to be there. */
export function amended(texts: Texts, ...changes: readonly (readonly [string, string])[]): Texts {
  let all = Object.entries(texts);
  for (const [before, after] of changes) {
    if (!all.some(([, text]) => text.includes(before))) throw new Error(`nothing says ${before}`);
    all = all.map(([name, text]) => [name, text.replace(before, after)]);
  }
  return Object.fromEntries(all);
}

type Assumptions = RecordedDecision['assumptions'];

/** Decides a request by rules as `evaluate` would, and gives it as it is read back from a record. */
export async function recorded(
  texts: Texts,
  document: object = ASKED,
  assumptions: Assumptions = 'as-stated',
): Promise<RecordedDecision> {
  const pack = valueOf(loadPackFiles(texts));
  const asked = valueOf(askedRequest(pack, takeValue(document)));
  const decision = untraced(await evaluateRequest(pack, asked.request, { assumptions }));
  const place = { file: 'decided.jsonl', line: 1, column: 1, length: 1, lineText: '' };
  return { decision, document: asked.document, assumptions, place };
}

/** Asks a decision again. */
export async function replayedFrom(
  decision: RecordedDecision,
  after: Texts,
  before?: Texts,
  more: Pick<ReplayGround, 'day' | 'trials'> = {},
): Promise<Replay> {
  const sides = {
    after: valueOf(openReplaySide(after)),
    ...(before && { before: valueOf(openReplaySide(before)) }),
  };
  return replayDecisions([decision], { ...sides, ...more });
}

/** The answer for the only provider of the only decision. */
export function onlyAnswer({ decisions }: Replay): ReplayedAnswer {
  const [answer, ...others] = decisions.flatMap(({ answers }) => answers);
  if (answer === undefined || others.length > 0) throw new Error('there is not just one answer');
  return answer;
}
