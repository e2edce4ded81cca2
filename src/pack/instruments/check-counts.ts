import { inBackticks } from '../../diagnostics/plain-text.ts';
import { testsOf } from '../../vocabulary/criterion.ts';
import type { ResolvedClause } from '../clauses/resolve-clause.ts';
import type { CountedFrom } from '../clauses/resolve-counted-day.ts';
import { scopesOf } from '../scopes.ts';
import type { Report } from '../written/report.ts';
import { child, type Spot } from '../written/written.ts';
import { withAnchors, type EndedClause } from './counted-anchors.ts';
import type { ClauseDraft } from './draft.ts';
import type { Lineages } from './lineages.ts';

/** What it takes to check the days that clauses count. */
interface Counts {
  readonly clauses: ReadonlyMap<string, EndedClause>;
  readonly tested: ReadonlySet<string>;
  readonly idsOf: Lineages['idsOf'];
  readonly report: Report;
}

/** Checks that each counted day can be told: from ends that are stated, forward from events, from dates that only count. */
export function checkCounts(
  drafts: readonly ClauseDraft[],
  clauses: readonly EndedClause[],
  idsOf: Lineages['idsOf'],
  report: Report,
): void {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const counts = { clauses: byId, tested: new Set(clauses.flatMap(factsTested)), idsOf, report };
  for (const { id, spot, changed } of drafts) {
    const clause = byId.get(id);
    const end = clause?.kind === 'precondition' ? 'ends' : 'until';
    const own = (key: string): boolean => changed === undefined || changed.has(key);
    if (clause?.fromCounted !== undefined && own('from'))
      checkCounted(clause.fromCounted, id, child(spot, 'from'), counts);
    if (clause?.untilCounted !== undefined && own(end))
      checkCounted(clause.untilCounted, id, child(spot, end), counts);
  }
}

function factsTested(clause: ResolvedClause): readonly string[] {
  return scopesOf(clause)
    .flatMap(({ criterion }) => testsOf(criterion))
    .flatMap(({ subject, comparison }) => [
      ...(subject.is === 'fact' ? [subject.id] : []),
      ...(comparison.is === 'same-as' ? [comparison.fact] : []),
    ]);
}

function checkCounted(counted: CountedFrom, clause: string, spot: Spot, counts: Counts): void {
  const { anchor, length } = counted;
  const of = length === undefined ? spot : child(spot, 'of');
  if (anchor.is === 'end' && !checkEnd(anchor.clause, [clause], child(of, 'end-of'), counts)) return;
  const event = eventCountedBackFrom(counted, counts);
  if (event !== undefined) {
    const message = `a day is counted back from ${inBackticks(event)}, which is not known before it happens`;
    counts.report('clause/counts-back-from-event', of, message);
  }
  if (anchor.is === 'date' && counts.tested.has(anchor.fact)) {
    const message = `a day is counted from ${inBackticks(anchor.fact)}, which a scope tests as well`;
    counts.report('clause/anchor-in-scope', child(of, 'fact'), message);
  }
}

function eventCountedBackFrom(counted: CountedFrom, { clauses }: Counts): string | undefined {
  const isBack = counted.length?.towards === 'before';
  const { anchors } = withAnchors(counted, clauses);
  const found = anchors.find(({ base, steps }) => base.is === 'event' && (isBack || steps.some(goesBack)));
  return found?.base.is === 'event' ? found.base.fact : undefined;
}

/** A day back where the day itself counts is made up for by the count that follows. */
function goesBack(
  { towards }: { readonly towards: string },
  place: number,
  steps: readonly { readonly towards: string; readonly by: { readonly count: number } }[],
): boolean {
  return towards === 'before' && !(steps[place]?.by.count === 1 && steps[place + 1]?.towards === 'after');
}

/** `above` are the clauses that count from each other, the first to the last. */
function checkEnd(id: string, above: readonly string[], spot: Spot, counts: Counts): boolean {
  if (above.includes(id)) return reportCircle(id, above, spot, counts);
  if (counts.idsOf(id).length > 1) {
    const message = `a day is counted from the end of ${inBackticks(id)}, which is amended`;
    counts.report('clause/counts-from-amended', spot, message);
    return false;
  }
  const clause = counts.clauses.get(id);
  if (clause === undefined) return false;
  if (!isStated(clause)) {
    const message = `a day is counted from the end of ${inBackticks(id)}, which is not simply stated`;
    counts.report('clause/counts-from-open-end', spot, message);
    return false;
  }
  const next = clause.untilCounted?.anchor;
  return next?.is !== 'end' || checkEnd(next.clause, [...above, id], spot, counts);
}

function isStated({ until, untilCounted }: EndedClause): boolean {
  const period = untilCounted?.length?.period.stated.is ?? 'set';
  return ['set', 'none'].includes(until.stated.is) && period === 'set';
}

/** Each clause of a circle comes upon it; the first of them reports it. */
function reportCircle(id: string, above: readonly string[], spot: Spot, { report }: Counts): false {
  const circle = above.slice(above.indexOf(id));
  const path = [...circle, id].map(inBackticks).join(' from ');
  if (above[0] === circle.toSorted()[0])
    report('clause/counts-in-circle', spot, `days are counted from each other: ${path}`);
  return false;
}
