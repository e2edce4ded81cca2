import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { checkRequest } from '../pack/check-request.ts';
import type { Pack } from '../pack/pack.ts';
import { loadPackData, type PackData } from '../pack/pack-data.ts';
import { isMap } from '../pack/written/written.ts';
import { dayFromIso, isoFromDay, type Day } from '../vocabulary/day.ts';
import type { Difference } from './parts/differences.ts';
import type { Part } from './parts/part.ts';
import { putBack } from './parts/put-back.ts';
import { untraced, type RecordedDecision, type UntracedAnswer } from './record/recorded-decision.ts';

/** Answers by provider, or what is wrong with the request. */
export type Answers =
  | { readonly ok: true; readonly by: ReadonlyMap<string, UntracedAnswer> }
  | { readonly ok: false; readonly refusals: readonly string[] };

/** Asks recorded decisions again of rules in which some differences are put back. */
export interface Trials {
  /** Asks with the rules of now, put back in some differences; `undefined` where such rules make no sense. */
  readonly ask: (recorded: RecordedDecision, back: readonly Difference[]) => Promise<Answers | undefined>;
  /** The digest of the rules of now, as far as they are counted for a decision. */
  readonly digestFor: (recorded: RecordedDecision) => string | undefined;
  /** False once so much has been tried that no more is. */
  readonly mayGoOn: () => boolean;
  /** How many trials there are at the most. */
  readonly most: number;
}

/** Each takes some milliseconds, and the first of rules with something put back some hundredths of a second. */
const MOST_TRIALS = 5_000;

/** Opens trials of the rules of now; on a day of now, where one is given, instead of the day of each decision. */
export function openTrials(after: PackData, day?: Day, most = MOST_TRIALS): Trials {
  const packs = new Map<string, Pack | undefined>();
  const numbers = new Map<Part, number>();
  let tried = 0;
  const packWith = (parts: readonly Part[], knownOn: Day | undefined): Pack | undefined => {
    for (const part of parts) if (!numbers.has(part)) numbers.set(part, numbers.size);
    const key = [String(knownOn), ...parts.map((part) => String(numbers.get(part)))].join(' ');
    if (!packs.has(key)) {
      const loaded = loadPackData(putBack(after, parts), knownOn);
      packs.set(key, loaded.ok ? loaded.value : undefined);
    }
    return packs.get(key);
  };
  return {
    ask: async (recorded, back) => {
      const parts = back.flatMap((each) => (each.is === 'parts' ? each.parts : []));
      const on = back.some(({ is }) => is === 'day') ? undefined : day;
      if (back.length > 0) tried += 1;
      const pack = packWith(parts, knownOnIn(recorded));
      return pack === undefined ? undefined : answersOf(pack, recorded, on);
    },
    digestFor: (recorded) => packWith([], knownOnIn(recorded))?.digest,
    mayGoOn: () => tried < most,
    most,
  };
}

/** Asks a pack what was recorded, as it was recorded but for the day. */
async function answersOf(pack: Pack, recorded: RecordedDecision, day: Day | undefined): Promise<Answers> {
  const { document, assumptions } = recorded;
  const asked = day === undefined || !isMap(document) ? document : { ...document, date: isoFromDay(day) };
  const knownOn = knownOnIn(recorded);
  const known = knownOn === undefined ? {} : { knownOn };
  const checked = checkRequest(pack, asked, '', {}, { known });
  if (!checked.ok) return { ok: false, refusals: checked.diagnostics.map(({ message }) => message) };
  const { answers } = untraced(await evaluateRequest(pack, checked.value, { assumptions }));
  return { ok: true, by: new Map(answers.map((answer) => [answer.provider, answer])) };
}

function knownOnIn({ decision }: RecordedDecision): Day | undefined {
  return decision.request.knownOn === undefined ? undefined : dayFromIso(decision.request.knownOn);
}
