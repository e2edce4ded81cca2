import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Report } from '../written/report.ts';
import { child, itemsOf, textIn, type Spot } from '../written/written.ts';
import type { ClauseDraft } from './draft.ts';
import type { Lineages } from './lineages.ts';

/** For each clause those over which it prevails, and where that is written. */
type Precedences = Map<string, Map<string, Spot>>;

/** Reports circles of precedence. Circles that share no clause are reported one by one; of the others, the shortest. */
export function checkPrecedence(
  clauses: readonly ClauseDraft[],
  idsOf: Lineages['idsOf'],
  report: Report,
): void {
  const precedences = precedencesIn(clauses, idsOf);
  prune(precedences);
  for (const id of [...precedences.keys()].toSorted()) {
    const circle = precedences.has(id) ? shortestCircle(id, precedences) : undefined;
    if (circle === undefined) continue;
    reportCircle(circle, precedences, report);
    for (const each of circle) precedences.delete(each);
  }
}

function precedencesIn(clauses: readonly ClauseDraft[], idsOf: Lineages['idsOf']): Precedences {
  const precedences: Precedences = new Map(clauses.map(({ id }) => [id, new Map<string, Spot>()]));
  for (const { id, spot } of clauses) {
    for (const each of itemsOf(child(spot, 'notwithstanding'))) {
      for (const lower of idsOf(textIn(each))) precedences.get(id)?.set(lower, each);
    }
    for (const each of [...itemsOf(child(spot, 'subject-to')), ...itemsOf(child(spot, 'after'))]) {
      for (const higher of idsOf(textIn(each))) precedences.get(higher)?.set(id, each);
    }
  }
  return precedences;
}

/** Drops clauses that prevail over none that is left, again and again: they are in no circle. */
function prune(precedences: Precedences): void {
  const over = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [id, lower] of precedences) {
    const known = [...lower.keys()].filter((each) => precedences.has(each));
    open.set(id, known.length);
    for (const each of known) {
      const higher = over.get(each);
      if (higher === undefined) over.set(each, [id]);
      else higher.push(id);
    }
  }
  const ready = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    precedences.delete(id);
    for (const higher of over.get(id) ?? []) {
      const count = (open.get(higher) ?? 0) - 1;
      open.set(higher, count);
      if (count === 0) ready.push(higher);
    }
  }
}

/** Gives the clauses of a shortest circle through a clause, that clause first. */
function shortestCircle(start: string, precedences: Precedences): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let next = 0; next < queue.length; next++) {
    const id = queue[next] ?? start;
    for (const lower of [...(precedences.get(id)?.keys() ?? [])].toSorted()) {
      if (lower === start) return trail(id, start, cameFrom);
      if (!precedences.has(lower) || cameFrom.has(lower)) continue;
      cameFrom.set(lower, id);
      queue.push(lower);
    }
  }
  return undefined;
}

function trail(last: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const backwards = [last];
  for (let id = last; id !== start;) {
    id = cameFrom.get(id) ?? start;
    backwards.push(id);
  }
  return backwards.toReversed();
}

function reportCircle(circle: readonly string[], precedences: Precedences, report: Report): void {
  const [first = '', second = first] = circle;
  const spot = precedences.get(first)?.get(second);
  if (spot === undefined) return;
  const path = [...circle, first].map(inBackticks).join(' over ');
  const message =
    second === first ? `${inBackticks(first)} prevails over itself` : `precedence goes in a circle: ${path}`;
  report('clause/precedence-cycle', spot, message, { hint: 'take one of the precedences out' });
}
