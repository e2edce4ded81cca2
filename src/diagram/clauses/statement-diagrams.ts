import type { Clause } from '../../pack/pack.ts';
import type { Criterion } from '../../vocabulary/criterion.ts';
import type { Position } from '../../vocabulary/position.ts';
import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import { consentVariable, COUNTERPARTY } from '../variables/other-variables.ts';
import { is, type CandidateGround } from './ground.ts';
import { holderDiagram } from './holder-diagram.ts';
import { decidedBy } from './stated-diagram.ts';

type Statement = ReadonlyMap<Position, Diagram>;

/** Gives where a clause of each kind says what, wherever it applies. */
export function statementDiagrams(
  ground: CandidateGround,
  clause: Clause,
  until: (criterion: Criterion) => Diagram,
): Statement {
  switch (clause.kind) {
    case 'exclusivity':
      return exclusivityStatement(ground, clause);
    case 'continued-use':
      return new Map([['permits', holderDiagram(ground, clause)]]);
    case 'first-refusal':
    case 'first-offer':
    case 'first-negotiation':
      return firstRightStatement(ground, clause);
    case 'permission':
      return new Map([['permits', TRUE]]);
    case 'prohibition':
      return new Map([['forbids', TRUE]]);
    case 'precondition':
      return preconditionStatement(ground, clause, until);
    case 'obligation':
      return new Map();
  }
}

function exclusivityStatement(ground: CandidateGround, clause: Clause): Statement {
  const { diagrams } = ground;
  const holder = holderDiagram(ground, clause);
  return new Map([
    ['reserves', holder],
    ['reserved-for-another', diagrams.not(diagrams.or(holder, freeGrantorDiagram(ground, clause)))],
  ]);
}

/** An exclusive right keeps out the grantor too; a sole one does not. */
function freeGrantorDiagram(ground: CandidateGround, { sole, grantor }: Clause): Diagram {
  if (sole === undefined || ground.candidate !== grantor) return FALSE;
  return decidedBy(ground, sole, (limit) => (limit.is === 'set' && limit.value ? TRUE : FALSE));
}

/** The right binds all but its holder; a deal reaches its own counterparty, and others where the text says so. */
function firstRightStatement(ground: CandidateGround, clause: Clause): Statement {
  const { diagrams } = ground;
  const holder = holderDiagram(ground, clause);
  const another = diagrams.not(holder);
  const isReached = reachDiagram(ground, clause);
  const [exercised, released, asleep] = (['exercised', 'released', 'not triggered'] as const).map((state) =>
    ground.state(clause.id, state),
  ) as [Diagram, Diagram, Diagram];
  const decided = diagrams.and(isReached, diagrams.any([exercised, released, asleep]));
  return new Map([
    ['reserves', diagrams.and(holder, exercised)],
    ['reserved-for-another', diagrams.all([another, isReached, exercised])],
    ['not-before', diagrams.all([another, isReached, asleep])],
    ['offer-first', diagrams.and(another, diagrams.not(decided))],
  ]);
}

/** What a first right whose clause has ended still says, where a deal was under way. */
export function endedRightStatement(ground: CandidateGround, clause: Clause): Statement {
  const { diagrams } = ground;
  const holder = holderDiagram(ground, clause);
  const reached = diagrams.and(diagrams.not(holder), reachDiagram(ground, clause));
  const exercised = ground.stateAfterEnd(clause.id, 'exercised');
  return new Map([
    ['reserves', diagrams.and(holder, exercised)],
    ['reserved-for-another', diagrams.and(reached, exercised)],
    ['offer-first', diagrams.and(reached, ground.stateAfterEnd(clause.id, 'under way'))],
  ]);
}

function reachDiagram(ground: CandidateGround, { procedure }: Clause): Diagram {
  return procedure?.releaseTo === 'anyone' ? TRUE : is(ground, COUNTERPARTY, 'yes');
}

function preconditionStatement(
  ground: CandidateGround,
  clause: Clause,
  until: (criterion: Criterion) => Diagram,
): Statement {
  const { diagrams } = ground;
  const { precondition } = clause;
  if (precondition === undefined) throw new Error(`precondition \`${clause.id}\` is not resolved`);
  if (precondition.until.is === 'criterion') {
    return new Map([['not-before', diagrams.not(until(precondition.until.criterion))]]);
  }
  const isDeal = is(ground, COUNTERPARTY, 'yes');
  const consent = consentVariable(precondition.until.by);
  const given = diagrams.all([
    isDeal,
    is(ground, consent, 'consent'),
    ground.consentHolds(precondition.until.by),
  ]);
  const refused = diagrams.all([
    isDeal,
    is(ground, consent, 'refusal'),
    countsDiagram(ground, precondition.reasonableIf),
  ]);
  return new Map([
    ['forbids', refused],
    ['not-before', diagrams.not(diagrams.or(given, refused))],
  ]);
}

/** A refusal that has to be reasonable counts only where it was found so. */
function countsDiagram(ground: CandidateGround, assessment: string | undefined): Diagram {
  if (assessment === undefined) return TRUE;
  const variable = ground.classes.fact(assessment);
  return ground.test(variable, (klass) => variable.classes[klass]?.sample === true);
}
