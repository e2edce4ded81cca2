import type { ActAnswer, Answer, Decision } from '../../src/evaluation/decision.ts';
import { RECORD_ID } from '../../src/pack/unknown-ids.ts';
import type { Procedure } from '../../src/pack/procedure.ts';
import { isFirstRight } from '../../src/vocabulary/clause-kind.ts';
import type { BusinessDays } from '../../src/vocabulary/period.ts';
import type { Parameter } from '../../src/vocabulary/stated.ts';
import { equal, sorted, type Case, type Disagreement } from './examined-case.ts';
import { HAPPENED_ID } from './naive-happenings.ts';
import { TooManyCompletions } from './naive-completion.ts';
import { evaluateNaively, type NaiveAnswer, type NaiveProviderAnswer } from './naive-evaluator.ts';
import { limitsIn } from './naive-limits-of.ts';
import { supportOf } from './naive-support.ts';
import type { Tally } from './tally.ts';

/** What the judge says; `undefined` where it has too much to enumerate. */
export function judgement({ examinee, judgedRequest, assumptions }: Case): NaiveProviderAnswer[] | undefined {
  return unlessTooMany(() =>
    evaluateNaively(examinee.judged, judgedRequest, { assumptions, budget: AFFORDABLE }),
  );
}

/** Small, for most questions are; those beyond it are counted. */
const AFFORDABLE = { completions: 2_000, work: 20_000 };
const COMPARABLE = 400;

function unlessTooMany<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof TooManyCompletions) return undefined;
    throw error;
  }
}

/** Holds every answer of `evaluate` against the judge's. */
export function againstTheJudge(
  asked: Case,
  { answers }: Decision,
  naive: readonly NaiveProviderAnswer[],
): readonly Disagreement[] {
  return naive.flatMap((judged) => {
    const answer = answers.find(({ provider }) => provider === judged.provider);
    const overall = answerAgainst(asked, `${judged.provider}, overall`, answer, judged);
    const acts = [...judged.acts].flatMap(([act, own]) => {
      const ownAnswer = answer?.acts.find((each) => each.act === act);
      return answerAgainst(asked, `${judged.provider}, ${act}`, ownAnswer, own);
    });
    return [...overall, ...acts];
  });
}

function answerAgainst(
  asked: Case,
  where: string,
  answer: Answer | ActAnswer | undefined,
  naive: NaiveAnswer,
): readonly Disagreement[] {
  const { tally } = asked;
  const evaluated = sorted(answer?.possible ?? []);
  const judged = sorted(naive.possible);
  tally.answers += 1;
  if (judged.length > 1) tally.undetermined += 1;
  const said = { evaluated, judged };
  if (answer?.bounded === true) {
    tally.bounded += 1;
    const holdsAll = judged.every((outcome) => evaluated.includes(outcome));
    return holdsAll ? [] : [{ between: 'evaluate, bounded, and the judge', where, said }];
  }
  if (isWiderOfJointHistory(asked, evaluated, judged)) return [];
  if (!equal(evaluated, judged)) return [{ between: 'evaluate and the judge', where, said }];
  const turning = { between: 'what evaluate and the judge turn on', where, named: idsOf(answer) };
  return supportAgainst(tally, turning, naive, {
    isJoint: haveJointHistory(asked),
    readings: readingsOfTerms(asked),
  });
}

/** What an answer may turn on beside the judge's support, where days have no record. */
interface Beside {
  readonly isJoint: boolean;
  readonly readings: ReadonlySet<string>;
}

/** Holds what an answer turns on against the judge's support, where that is cheap enough to find. */
export function supportAgainst(
  tally: Tally,
  {
    between,
    where,
    named,
  }: { readonly between: string; readonly where: string; readonly named: readonly string[] },
  naive: NaiveAnswer,
  { isJoint, readings }: Beside = { isJoint: false, readings: new Set() },
): readonly Disagreement[] {
  if (naive.completions.length > COMPARABLE) return [];
  const support = unlessTooMany(() => supportOf(naive.completions));
  if (support === undefined) return [];
  tally.supports += 1;
  const terms = named.filter((id) => !support.has(id) && isBesideTheRecord(id, support, readings));
  if (terms.length > 0) tally.termsBesides += 1;
  if (isJoint && [...support].every((id) => named.includes(id))) {
    if (named.length > support.size) tally.jointNamesMore += 1;
    return [];
  }
  const [product, judged] = [sorted(named.filter((id) => !terms.includes(id))), sorted(support)];
  return equal(product, judged) ? [] : [{ between, where, said: { product, judged } }];
}

/**
 * The judge tells a history by where it leaves the first rights, the product by what happened. Where nothing happened on
 * the days without a record, it turns on a window whether the right is released, and the judge calls that another history.
 */
function isBesideTheRecord(id: string, support: ReadonlySet<string>, readings: ReadonlySet<string>): boolean {
  const isOfProcedure = PARTS.test(id) || id === 'opportunity.terms';
  return support.has(RECORD_ID) && (isOfProcedure || readings.has(id));
}

const PARTS = /\.(trigger|pending)$|\.(notice|response|exercise|negotiation|release|terms)\./;

/** Readings and calendars on which some stage of a first right hangs. */
function readingsOfTerms({ examinee }: Case): ReadonlySet<string> {
  const stages = examinee.judged.clauses.flatMap(({ procedure }) =>
    procedure === undefined ? [] : partsOf(procedure),
  );
  const readings = stages.flatMap(({ stated }) => (stated.is === 'by-reading' ? [stated.reading] : []));
  const calendars = stages
    .flatMap((stage) => limitsIn(stage))
    .flatMap((limit) => (limit.is === 'set' ? calendarsOf(limit.value) : []));
  return new Set([...readings, ...calendars]);
}

function calendarsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('calendar' in value)) return [];
  return [`calendar.${(value as BusinessDays).calendar.id}`];
}

function partsOf(procedure: Procedure): readonly Parameter<unknown>[] {
  const { frequency: _f, able: _a, mayLackTalks: _m, releaseFor, releaseTo: _r, terms, ...parts } = procedure;
  return [...Object.values(parts), ...Object.values(releaseFor), terms.others, terms.reopenOn];
}

function idsOf(answer: Answer | ActAnswer | undefined): readonly string[] {
  return [...new Set(answer?.turnsOn.map(({ id, kind }) => (kind === 'measure' ? HAPPENED_ID : id)) ?? [])];
}

/** Where rights share a gap in the record, `evaluate` may find more possible than there is, and nothing less. */
function isWiderOfJointHistory(
  asked: Case,
  evaluated: readonly string[],
  judged: readonly string[],
): boolean {
  if (!haveJointHistory(asked)) return false;
  asked.tally.joint += 1;
  const isWider = evaluated.length > judged.length && judged.every((outcome) => evaluated.includes(outcome));
  if (isWider) asked.tally.jointWider += 1;
  return isWider;
}

/** Two first rights see the same events of days without a record, and the product takes each by itself. */
function haveJointHistory({ judgedRequest: { opportunity, date }, examinee }: Case): boolean {
  if (opportunity === undefined || opportunity.completeTo >= date) return false;
  return examinee.judged.clauses.filter(({ kind }) => isFirstRight(kind)).length > 1;
}
