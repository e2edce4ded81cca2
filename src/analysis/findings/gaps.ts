import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { restrict, whereTerminal, type Left } from '../../diagram/algebra/read-diagrams.ts';
import { decidingDiagram } from '../../diagram/clauses/deciding-diagram.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { whereAny } from '../../diagram/clauses/standing-diagrams.ts';
import { classOfDay } from '../../diagram/compile/date-variable.ts';
import { classesOfStart, type StartVariable } from '../../diagram/variables/start-variables.ts';
import { actOf, instrumentOf, partyOf } from '../../pack/lookup.ts';
import type { Clause } from '../../pack/pack.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import { isFavourable } from '../../vocabulary/position.ts';
import type { Finding, MakeFinding } from '../finding.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenAct, OpenPack } from '../open/open-pack.ts';

/** The end of a clause: its last day for certain, and the first on which it is over for certain. */
interface End {
  readonly before: Day;
  readonly on: Day;
}

/**
 * Finds acts that a clause stood in the way of up to its end and that are free from then on without a clause that says
 * so, in an ordinary case: one finding for the end of a clause.
 */
export function gaps(open: OpenPack, cases: Cases, make: MakeFinding): readonly Finding[] {
  return open.pack.clauses
    .filter(({ binds, kind }) => binds.length > 0 && kind !== 'obligation')
    .flatMap((clause) => endsOf(open, clause).flatMap((end) => gapAt(open, cases, clause, end, make)));
}

function endsOf({ pack }: OpenPack, { endedBy, until }: Clause): readonly End[] {
  const byInstruments = endedBy.map((id) => {
    const { from, possiblyFrom } = instrumentOf(pack, id);
    return { before: possiblyFrom - 1, on: from };
  });
  const { stated } = until;
  return stated.is === 'set'
    ? [...byInstruments, { before: stated.value - 1, on: stated.value }]
    : byInstruments;
}

function gapAt(
  open: OpenPack,
  cases: Cases,
  clause: Clause,
  end: End,
  make: MakeFinding,
): readonly Finding[] {
  const of = open.acts.find((each) => each.candidate !== each.actor && isGap(open, cases, each, clause, end));
  if (of === undefined) return [];
  const { pack } = open;
  const who = partyOf(pack, of.actor).name;
  const what = `${actOf(pack, of.act).name} from ${partyOf(pack, of.candidate).name}`;
  const message = `since \`${clause.id}\` ended on ${isoFromDay(end.on)} no clause says whether ${who} may ${what}`;
  return [make('lint/gap', message, { of: clause.id, at: { is: 'clause', clause } })];
}

function isGap(
  open: OpenPack,
  { assumed, plain }: Cases,
  of: OpenAct,
  clause: Clause,
  { before, on }: End,
): boolean {
  const { diagrams } = open;
  const restricted = restrictedBy(open, of, clause);
  if (restricted === FALSE) return false;
  const [then, now] = [leftOn(open, before), leftOn(open, on)];
  const ordinary = diagrams.and(assumed, plain);
  return (
    diagrams.all([
      restrict(diagrams, diagrams.and(restricted, ordinary), then),
      restrict(diagrams, diagrams.and(freeOf(open, of), ordinary), now),
    ]) !== FALSE
  );
}

/** Where a clause governs that an act is not simply permitted. */
function restrictedBy({ diagrams, pack }: OpenPack, of: OpenAct, clause: Clause): Diagram {
  const standing = of.standings.find((each) => each.clause === clause);
  if (standing === undefined || standing.positions.size === 0) return FALSE;
  return diagrams.any(
    SETTLED_OUTCOMES.filter((outcome) => outcome !== 'permitted').map((outcome) =>
      diagrams.and(
        whereTerminal(diagrams, of.outcome, terminalOf(outcome)),
        decidingDiagram(diagrams, standing, outcome, of.standings, pack),
      ),
    ),
  );
}

/** Where an act is permitted and no clause says so. */
function freeOf({ diagrams }: OpenPack, { outcome, standings }: OpenAct): Diagram {
  const said = standings.map(({ positions }) => whereAny(diagrams, positions, isFavourable));
  return diagrams.and(
    whereTerminal(diagrams, outcome, terminalOf('permitted')),
    diagrams.not(diagrams.any(said)),
  );
}

/** What a day leaves of the date, and of starts that are certain by then. */
function leftOn({ variables, date, diagrams }: OpenPack, day: Day): Left {
  const klass = classOfDay(date.turns, day);
  const left = new Map<number, readonly boolean[]>();
  variables.forEach((variable, level) => {
    if (variable === date) {
      left.set(
        level,
        Array.from({ length: diagrams.widthOf(level) }, (_, each) => each === klass),
      );
    }
    if (variable.about.is !== 'start') return;
    const classes = classesOfStart(variable as StartVariable, day);
    if (classes.filter(Boolean).length === 1) left.set(level, classes);
  });
  return left;
}
