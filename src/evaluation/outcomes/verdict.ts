import type { Clause, Instrument, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { inOrder, type SettledOutcome } from '../../vocabulary/outcome.ts';
import { possibleOutcomes } from './combine.ts';
import { standingOf, type Standing } from './displacement.ts';
import { findClause, type ClauseFinding } from '../clauses/find-clause.ts';
import type { ScopeFindings } from '../criteria/scope-findings.ts';
import { startId } from '../../pack/unknown-ids.ts';
import type { Course } from '../clauses/course.ts';
import { openStarts } from '../clauses/in-force.ts';
import { startOf, withStart, type Settlement } from '../../pack/settlement.ts';
import { unknownsThatMatter } from './turns-on.ts';

/** A request with everything that is settled about it and every scope found. */
export interface World {
  readonly pack: Pack;
  readonly request: Request;
  readonly settlement: Settlement;
  readonly scopeFindings: ScopeFindings;
  /** What is taken to have come of the deal on record; absent where only the record says. */
  readonly course?: Course;
  /** What some clauses say of the candidate whatever is completed: these are not found again, and those that are silent left out. */
  readonly certain?: ReadonlyMap<string, ClauseFinding>;
}

/** What the clauses come to for one candidate and act. */
export interface Verdict {
  readonly standings: readonly Standing[];
  readonly possible: readonly SettledOutcome[];
  /** Ids of the unknowns that can change the outcome; none where only one is possible. */
  readonly turnsOn: readonly string[];
}

/**
 * Reaches the verdict of the given clauses on a candidate. An instrument's uncertain start begins its clauses and ends
 * others at once, so it is taken both ways before outcomes are summed up.
 */
export function verdictOn(candidate: string, all: readonly Clause[], world: World): Verdict {
  const { pack, request } = world;
  const clauses = all.filter(({ id }) => !isSilent(world.certain?.get(id)));
  const standings = standingsOn(candidate, clauses, world);
  const starts = openStarts(clauses, pack, request.date, world.settlement);
  if (starts.length === 0 || starts.length > MOST_STARTS) return summedUp(standings, pack);
  const cases = casesOf(starts, world).map((settlement) =>
    summedUp(standingsOn(candidate, clauses, { ...world, settlement }), pack),
  );
  const possible = inOrder(cases.flatMap((each) => each.possible));
  if (possible.length === 1) return { standings, possible, turnsOn: [] };
  const startIds = new Set(starts.map(startId));
  const openStartIds = unknownsThatMatter(standings, pack).filter((id) => startIds.has(id));
  const turnsOn = [...new Set([...openStartIds, ...cases.flatMap((each) => each.turnsOn)])];
  return { standings, possible, turnsOn };
}

/** With more open starts than this they are taken as independent clause by clause. */
const MOST_STARTS = 4;

/** Every way in which the instruments may have started by the date, or not. */
function casesOf(starts: readonly Instrument[], { request, settlement }: World): readonly Settlement[] {
  return starts.reduce<readonly Settlement[]>(
    (cases, instrument) => {
      const { earliest, latest } = startOf(instrument, settlement);
      return cases.flatMap((each) => [
        withStart(each, instrument.id, { earliest, latest: request.date }),
        withStart(each, instrument.id, { earliest: request.date + 1, latest }),
      ]);
    },
    [settlement],
  );
}

/** A clause that says nothing decides nothing and displaces nothing. */
function isSilent(finding: ClauseFinding | undefined): boolean {
  return finding?.positions.every((position) => position === 'nothing') === true;
}

function standingsOn(candidate: string, clauses: readonly Clause[], world: World): readonly Standing[] {
  const scopeFinding = (key: string): ReturnType<ScopeFindings> => world.scopeFindings(candidate, key);
  const found = (clause: Clause): ClauseFinding =>
    world.certain?.get(clause.id) ?? findClause(clause, { ...world, candidate, scopeFinding });
  return standingOf(clauses.map(found));
}

function summedUp(standings: readonly Standing[], pack: Pack): Verdict {
  const possible = possibleOutcomes(standings, pack);
  return { standings, possible, turnsOn: possible.length === 1 ? [] : unknownsThatMatter(standings, pack) };
}
