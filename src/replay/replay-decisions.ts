import { canonicalText } from '../pack/forms/digest.ts';
import type { Pack } from '../pack/pack.ts';
import type { PackData } from '../pack/pack-data.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import {
  attribute,
  NOT_RESTORED,
  unattributed,
  type Attribution,
  type Differing,
  type Ground,
} from './attribute.ts';
import { changedActs, resultOf } from './marks.ts';
import { differingParts } from './parts/differing-parts.ts';
import type { Part } from './parts/part.ts';
import type { RecordedDecision } from './record/recorded-decision.ts';
import type { Replay, ReplayedAnswer, ReplayedDecision, ReplayedPack, ReplayResult } from './replay.ts';
import { openTrials, type Answers, type Trials } from './trials.ts';

/** A pack, and the documents that it was loaded from. */
export interface ReplaySide {
  readonly pack: Pack;
  readonly documents: PackData;
}

/** Of what recorded decisions are asked again. */
export interface ReplayGround {
  readonly after: ReplaySide;
  /** The rules of before, to try what of them restores an answer. */
  readonly before?: ReplaySide | undefined;
  /** A day on which all are asked now, instead of each on its own. */
  readonly day?: Day | undefined;
  /** How many trials there are at the most. */
  readonly trials?: number | undefined;
}

/** Asks recorded decisions again, and finds by trying what made each difference. */
export async function replayDecisions(
  record: readonly RecordedDecision[],
  ground: ReplayGround,
): Promise<Replay> {
  const { before, after, day } = ground;
  const opened: Opened = {
    ...ground,
    trials: openTrials(after.documents, day, ground.trials),
    ...(before !== undefined && { trialsBefore: openTrials(before.documents) }),
    parts: before === undefined ? [] : differingParts(before.documents, after.documents),
  };
  const decisions: ReplayedDecision[] = [];
  const known = new Map<string, ReplayedDecision>();
  for (const recorded of record) {
    const key = canonicalText([recorded.document, recorded.assumptions, recorded.decision]);
    // Who decides the same again and again is told once and again, and tried once.
    const found = known.get(key) ?? (await replayed(recorded, opened));
    known.set(key, found);
    decisions.push({ ...found, line: recorded.place.line });
  }
  const count = (result: ReplayResult): number => decisions.filter((each) => each.result === result).length;
  return {
    format: 'compute-rights/replay/1',
    ...(before !== undefined && { before: packOf(before) }),
    after: packOf(after),
    ...(day !== undefined && { day: isoFromDay(day) }),
    unchanged: count('unchanged'),
    reasonChanged: count('reason-changed'),
    flipped: count('flipped'),
    decisions,
  };
}

interface Opened extends Omit<ReplayGround, 'trials'> {
  readonly trials: Trials;
  readonly trialsBefore?: Trials;
  readonly parts: readonly Part[];
}

function packOf({ pack: { id, title, digest } }: ReplaySide): ReplayedPack {
  return { id, title, digest };
}

async function replayed(recorded: RecordedDecision, opened: Opened): Promise<ReplayedDecision> {
  const { place, decision } = recorded;
  const now = (await opened.trials.ask(recorded, [])) ?? NO_ANSWER;
  const results = decision.answers.map((answer) => {
    const own = now.ok ? now.by.get(answer.provider) : undefined;
    return { recorded: answer, now: own, result: resultOf(answer, own) };
  });
  const differing = results.filter(({ result }) => result !== 'unchanged');
  const found = differing.length === 0 ? undefined : await attributed(recorded, differing, opened);
  const { digest, date, actor, acts } = decision.request;
  return {
    line: place.line,
    result: worst(results.map(({ result }) => result)),
    rules: decision.pack.digest,
    request: digest,
    date,
    actor: { id: actor.id, name: actor.name },
    acts: acts.map(({ id, name }) => ({ id, name })),
    refusals: now.ok ? [] : now.refusals,
    answers: results.map((each) => replayedAnswer(each, found?.get(each.recorded.provider))),
  };
}

/** As known on a day, rules may make no sense that do as a whole. */
const NO_ANSWER: Answers = { ok: false, refusals: ['what was known of the rules by that day does not load'] };

function worst(results: readonly ReplayResult[]): ReplayResult {
  if (results.includes('flipped')) return 'flipped';
  return results.includes('reason-changed') ? 'reason-changed' : 'unchanged';
}

function replayedAnswer(
  { recorded, now: after, result }: Differing,
  attribution: Attribution | undefined,
): ReplayedAnswer {
  return {
    provider: recorded.provider,
    name: recorded.name,
    result,
    before: recorded.outcome,
    after: after?.outcome ?? 'refused',
    possibleBefore: recorded.possible,
    possibleAfter: after?.possible ?? [],
    acts: result === 'unchanged' ? [] : changedActs(recorded, after),
    causes: [],
    together: false,
    ...attribution,
  };
}

/** Finds what made the differences of a decision, or why that cannot be found. */
async function attributed(
  recorded: RecordedDecision,
  differing: readonly Differing[],
  opened: Opened,
): Promise<ReadonlyMap<string, Attribution>> {
  const { trials, parts } = opened;
  const days = daysOf(recorded, opened);
  const isSameRules = trials.digestFor(recorded) === recorded.decision.pack.digest;
  const ground: Ground = { trials, parts: isSameRules ? [] : parts, ...(days !== undefined && { days }) };
  const found = await attribute(recorded, differing, ground);
  const instead = isSameRules ? BY_THE_PROGRAM : notRestored(recorded, opened);
  return new Map(
    [...found].map(([provider, each]) => [provider, each.unattributed === NOT_RESTORED ? instead : each]),
  );
}

const BY_THE_PROGRAM: Attribution = { causes: [{ kind: 'program', change: 'changed' }], together: false };

function daysOf({ decision }: RecordedDecision, { day }: Opened): Ground['days'] | undefined {
  const after = day === undefined ? undefined : isoFromDay(day);
  const before = decision.request.date;
  return after === undefined || after === before ? undefined : { before, after };
}

/** What is said where nothing that can be put back restores an answer. */
function notRestored(recorded: RecordedDecision, { before, trialsBefore }: Opened): Attribution {
  const { digest } = recorded.decision.pack;
  const then = `the rules of then (${digest.slice(0, 12)})`;
  if (before === undefined) return unattributed(`${then} are not at hand to be tried`);
  if (trialsBefore?.digestFor(recorded) === digest) return BY_THE_PROGRAM;
  return unattributed(`the rules named as those of before are not ${then}, and answer otherwise too`);
}
