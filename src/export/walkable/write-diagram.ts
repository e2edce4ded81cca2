import type { Calendar } from '../../vocabulary/calendar.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import { TERMINALS, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { ANY_OTHER } from '../../diagram/compile/any-other.ts';
import type { PackDiagrams } from '../../diagram/compile/compile-pack.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Settled } from '../../pack/settlement.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import { compiledPack } from '../compiled-pack.ts';
import { describePack, describeSettlement } from '../describe-pack.ts';
import { nodesInOrder } from '../number-nodes.ts';
import type { WalkableCalendar, WalkableDiagram, WalkableNode } from './walkable-diagram.ts';
import { walkableVariable } from './walkable-variable.ts';

/** Writes a whole pack, compiled under what is settled, as data to walk. */
export function writeDiagram(pack: Pack, settled: Settled = {}): WalkableDiagram {
  const compiled = compiledPack(pack, settled);
  const begins = beginsOf(pack, compiled);
  const nodes = nodesInOrder(
    compiled.diagrams,
    begins.map(({ root }) => root),
  );
  const places = new Map(nodes.map((node, place) => [node, SETTLED_OUTCOMES.length + place]));
  const placeOf = (diagram: Diagram): number => (diagram < TERMINALS ? diagram : (places.get(diagram) ?? 0));
  return {
    format: 'compute-rights/diagram/1',
    pack: describePack(pack),
    settled: describeSettlement(pack, settled),
    ...(pack.calendars.length > 0 && { calendars: pack.calendars.map(walkableCalendar) }),
    variables: compiled.variables.map((variable) => walkableVariable(variable, pack)),
    nodes: [...OUTCOMES, ...nodes.map((node) => walkableNode(compiled, node, placeOf))],
    roots: begins.map(({ root, ...asked }) => ({ ...asked, node: placeOf(root) })),
  };
}

function walkableCalendar({ id, closed, holidays, covers }: Calendar): WalkableCalendar {
  const { from, to } = covers;
  return {
    id,
    closed,
    holidays: holidays.map(isoFromDay),
    from: isoFromDay(from),
    to: isoFromDay(to),
  };
}

const OUTCOMES: readonly WalkableNode[] = SETTLED_OUTCOMES.toSorted(
  (one, other) => terminalOf(one) - terminalOf(other),
).map((outcome) => ({ outcome }));

interface Begin {
  readonly actor: string;
  readonly act: string;
  readonly provider: string;
  readonly root: Diagram;
}

/** Every question that is told apart, and every party of the pack as the provider, `other` for all else. */
function beginsOf(pack: Pack, { outcomes }: PackDiagrams): readonly Begin[] {
  const providers = [...pack.parties.map(({ id }) => id), ANY_OTHER];
  return [...outcomes].flatMap(([actor, acts]) =>
    [...acts].flatMap(([act, own]) =>
      providers.map((provider) => {
        const root = own.get(provider) ?? own.get(ANY_OTHER) ?? terminalOf('permitted');
        return { actor, act, provider, root };
      }),
    ),
  );
}

function walkableNode(
  { diagrams }: PackDiagrams,
  node: Diagram,
  placeOf: (diagram: Diagram) => number,
): WalkableNode {
  const variable = diagrams.levelOf(node);
  const to = Array.from({ length: diagrams.widthOf(variable) }, (_, klass) =>
    placeOf(diagrams.childOf(node, klass)),
  );
  return { variable, to };
}
