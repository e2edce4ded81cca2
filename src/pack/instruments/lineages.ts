import { inBackticks } from '../../diagnostics/plain-text.ts';
import { groupedBy } from '../forms/grouped-by.ts';
import { inCodeOrder } from '../forms/in-code-order.ts';
import type { Instrument } from '../pack.ts';
import { relatedTo, type Report } from '../written/report.ts';
import { child, type Spot } from '../written/written.ts';
import { amendedSpot } from './amended-spot.ts';
import type { ClauseDraft } from './draft.ts';
import type { Change } from './read-changes.ts';

/** An amended clause, and the version whose place it takes. */
export interface Version {
  readonly draft: ClauseDraft;
  readonly before: string;
  readonly instrument: Instrument;
  readonly changes: readonly Change[];
}

/** Clauses with all their versions. */
export interface Lineages {
  readonly versions: readonly Version[];
  /** Gives the ids of all versions of a clause, by the id under which it was first written. */
  readonly idsOf: (id: string) => readonly string[];
  /** Gives the instrument from whose start another version takes the place of this one. */
  readonly successorOf: (id: string) => Instrument | undefined;
}

/** Builds the versions of each clause that is amended or waived, in the order of the instruments' dates. */
export function buildLineages(
  changes: readonly Change[],
  instruments: ReadonlyMap<Spot, Instrument>,
  report: Report,
): Lineages {
  const byRoot = groupedBy(changes, ({ root }) => root);
  const versions = [...byRoot].flatMap(([root, own]) => versionsOf(root, own, instruments, report));
  const amended = groupedBy(versions, ({ draft }) => draft.lineage);
  const successors = new Map(versions.map(({ before, instrument }) => [before, instrument]));
  return {
    versions,
    successorOf: (id) => successors.get(id),
    idsOf: (id) => [id, ...(amended.get(id) ?? []).map(({ draft }) => draft.id)],
  };
}

function versionsOf(
  root: ClauseDraft,
  changes: readonly Change[],
  instruments: ReadonlyMap<Spot, Instrument>,
  report: Report,
): readonly Version[] {
  const steps = stepsOf(changes, instruments);
  if (!areInOrder(root, steps, instruments, report)) return [];
  const versions: Version[] = [];
  let before = root;
  for (const { instrument, own } of steps) {
    const amended = amendedSpot(before.spot, own);
    if (amended === undefined) continue;
    const draft: ClauseDraft = {
      id: `${root.id}@${instrument.id}`,
      instrument: own[0].instrument,
      lineage: root.id,
      origin: root.instrument,
      ...amended,
    };
    versions.push({ draft, before: before.id, instrument, changes: own });
    before = draft;
  }
  return versions;
}

/** What one instrument changes in a clause. */
interface Step {
  readonly instrument: Instrument;
  readonly own: readonly [Change, ...Change[]];
}

function stepsOf(changes: readonly Change[], instruments: ReadonlyMap<Spot, Instrument>): readonly Step[] {
  const steps = [...groupedBy(changes, (change) => change.instrument)].flatMap(([spot, [first, ...rest]]) => {
    const instrument = instruments.get(spot);
    return instrument === undefined || first === undefined
      ? []
      : [{ instrument, own: [first, ...rest] } as const];
  });
  return steps.toSorted(
    (one, other) =>
      one.instrument.from - other.instrument.from || inCodeOrder(one.instrument.id, other.instrument.id),
  );
}

function areInOrder(
  root: ClauseDraft,
  steps: readonly Step[],
  instruments: ReadonlyMap<Spot, Instrument>,
  report: Report,
): boolean {
  const start = instruments.get(root.instrument)?.from ?? -Infinity;
  const tooEarly = steps.filter(({ instrument }) => instrument.from < start);
  for (const { own } of tooEarly) {
    const message = `the instrument starts before ${inBackticks(root.id)} does`;
    report('instrument/amended-too-early', child(own[0].spot, 'clause'), message);
  }
  const clashes = steps.flatMap((step, index) => clashesOf(step, steps[index - 1]));
  for (const [change, earlier] of clashes) {
    const related = [relatedTo(child(earlier.spot, 'clause'), 'the other one')];
    const message = `${inBackticks(root.id)} is amended twice on one day`;
    report('instrument/amended-twice', child(change.spot, 'clause'), message, { related });
  }
  return tooEarly.length === 0 && clashes.length === 0;
}

/** Changes of one day, of which it cannot be said which comes first. Carve-outs that one instrument adds do no harm. */
function clashesOf(step: Step, previous: Step | undefined): readonly (readonly [Change, Change])[] {
  const [first, second] = step.own.filter(({ is }) => is === 'amendment');
  const within = first === undefined || second === undefined ? [] : [[second, first] as const];
  const isSameDay = previous?.instrument.from === step.instrument.from;
  return previous !== undefined && isSameDay ? [...within, [step.own[0], previous.own[0]] as const] : within;
}
