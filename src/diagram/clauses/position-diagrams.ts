import type { CarveOut, Clause } from '../../pack/pack.ts';
import { carveOutKey, ceasingKey, untilKey } from '../../pack/scopes.ts';
import { electionId } from '../../pack/unknown-ids.ts';
import type { Criterion } from '../../vocabulary/criterion.ts';
import { isFirstRight } from '../../vocabulary/clause-kind.ts';
import { isAdverse, type Position } from '../../vocabulary/position.ts';
import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import { electionVariable, COUNTERPARTY } from '../variables/other-variables.ts';
import { is, type CandidateGround } from './ground.ts';
import { inForceDiagram, outOfForceDiagram } from './in-force-diagram.ts';
import { endedRightStatement, statementDiagrams } from './statement-diagrams.ts';

/** Where a clause says what, before precedence: a diagram for each position but silence. No two overlap. */
export type PositionDiagrams = ReadonlyMap<Position, Diagram>;

/** How scopes are built: one that does not read the candidate is built once for all. */
export type ScopeDiagram = (key: string, criterion: Criterion) => Diagram;

/** Gives where a clause takes which position on the candidate. */
export function positionDiagrams(
  ground: CandidateGround,
  clause: Clause,
  scope: ScopeDiagram,
): PositionDiagrams {
  const { diagrams } = ground;
  if (!isNamed(clause, ground.candidate)) return NOWHERE;
  const inForce = inForceDiagram(ground, clause);
  const outOfForce = isFirstRight(clause.kind) ? outOfForceDiagram(ground, clause) : FALSE;
  if (inForce === FALSE && outOfForce === FALSE) return NOWHERE;
  const { ceased, electable } = ceasingDiagrams(ground, clause, scope);
  const setAside = diagrams.any([
    carvedOutDiagram(ground, clause.id, clause.except, scope),
    ceased,
    waivedDiagram(ground, clause),
  ]);
  const fits = diagrams.and(scope(clause.id, clause.when), diagrams.not(setAside));
  const applies = diagrams.and(inForce, fits);
  const stated = (): PositionDiagrams =>
    statementDiagrams(ground, clause, (criterion) => scope(untilKey(clause), criterion));
  const said = saidWhere(ground, applies, stated);
  const saidSince = saidWhere(ground, diagrams.and(outOfForce, fits), () =>
    endedRightStatement(ground, clause),
  );
  return deferred(ground, together(ground, said, saidSince), electable);
}

/** What is said where a clause applies; nothing is worked out where it never does. */
function saidWhere(
  { diagrams }: CandidateGround,
  applies: Diagram,
  stated: () => PositionDiagrams,
): PositionDiagrams {
  if (applies === FALSE) return NOWHERE;
  return new Map([...stated()].map(([position, diagram]) => [position, diagrams.and(applies, diagram)]));
}

function together(
  { diagrams }: CandidateGround,
  said: PositionDiagrams,
  since: PositionDiagrams,
): PositionDiagrams {
  if (since.size === 0) return said;
  const all = [...new Set([...said.keys(), ...since.keys()])];
  return new Map(
    all.map((position) => [position, diagrams.or(said.get(position) ?? FALSE, since.get(position) ?? FALSE)]),
  );
}

const NOWHERE: PositionDiagrams = new Map();

function isNamed({ providers }: Clause, candidate: string): boolean {
  if (providers.is === 'any') return true;
  return providers.parties.includes(candidate) === (providers.is === 'only');
}

function carvedOutDiagram(
  ground: CandidateGround,
  parentKey: string,
  carveOuts: readonly CarveOut[],
  scope: ScopeDiagram,
): Diagram {
  const { diagrams } = ground;
  return diagrams.any(
    carveOuts.map((carveOut) => {
      const key = carveOutKey(parentKey, carveOut);
      const inner = carvedOutDiagram(ground, key, carveOut.except, scope);
      return diagrams.and(scope(key, carveOut.when), diagrams.not(inner));
    }),
  );
}

/** Where a clause has lost its force, and where it would lose it at an election that has not been made. */
function ceasingDiagrams(
  ground: CandidateGround,
  clause: Clause,
  scope: ScopeDiagram,
): { readonly ceased: Diagram; readonly electable: Diagram } {
  const { diagrams } = ground;
  const ceased: Diagram[] = [];
  const electable: Diagram[] = [];
  for (const ceasing of clause.ceases ?? []) {
    const met = scope(ceasingKey(clause, ceasing), ceasing.when);
    if (ceasing.electionOf === undefined) ceased.push(met);
    else {
      const made = is(ground, electionVariable(electionId(clause, ceasing)), 'made');
      ceased.push(diagrams.and(met, made));
      electable.push(met);
    }
  }
  return { ceased: diagrams.any(ceased), electable: diagrams.any(electable) };
}

/** What is owed to several stands until all of them have waived it for the deal. */
function waivedDiagram(ground: CandidateGround, { id, owedTo }: Clause): Diagram {
  if (owedTo.length === 0) return FALSE;
  const waivers = owedTo.map((party) => ground.waived(id, party));
  return ground.diagrams.all([is(ground, COUNTERPARTY, 'yes'), ...waivers]);
}

/** Where a party may end a bar by an election, the bar holds only until then. */
function deferred(
  { diagrams }: CandidateGround,
  positions: PositionDiagrams,
  electable: Diagram,
): PositionDiagrams {
  if (electable === FALSE) return positions;
  const adverse = [...positions].filter(([position]) => isAdverse(position));
  const awaiting = diagrams.and(electable, diagrams.any(adverse.map(([, diagram]) => diagram)));
  const firm = electable === TRUE ? FALSE : diagrams.not(electable);
  const kept = [...positions].map(
    ([position, diagram]) => [position, isAdverse(position) ? diagrams.and(firm, diagram) : diagram] as const,
  );
  const notBefore = diagrams.or(new Map(kept).get('not-before') ?? FALSE, awaiting);
  return new Map([...kept, ['not-before', notBefore]]);
}
