import type { Clause } from '../../pack/pack.ts';
import type { Criterion } from '../../vocabulary/criterion.ts';
import type { Position } from '../../vocabulary/position.ts';
import { TRUE, type Diagram } from '../algebra/diagrams.ts';
import { consentVariable, COUNTERPARTY } from '../variables/other-variables.ts';
import { is, type CandidateGround } from './ground.ts';
import { holderDiagram } from './holder-diagram.ts';

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

/** An exclusive right keeps out the grantor too; a sole one does not. */
function exclusivityStatement(ground: CandidateGround, clause: Clause): Statement {
  const holder = holderDiagram(ground, clause);
  if (clause.sole === true && ground.candidate === clause.grantor) return new Map([['reserves', holder]]);
  return new Map([
    ['reserves', holder],
    ['reserved-for-another', ground.diagrams.not(holder)],
  ]);
}

/** The right binds all but its holder; only the deal's own counterparty can have been offered or released. */
function firstRightStatement(ground: CandidateGround, clause: Clause): Statement {
  const { diagrams } = ground;
  const holder = holderDiagram(ground, clause);
  const another = diagrams.not(holder);
  const isDeal = is(ground, COUNTERPARTY, 'yes');
  const exercised = ground.state(clause.id, 'exercised');
  const decided = diagrams.and(isDeal, diagrams.or(exercised, ground.state(clause.id, 'released')));
  return new Map([
    ['reserves', diagrams.and(holder, exercised)],
    ['reserved-for-another', diagrams.all([another, isDeal, exercised])],
    ['offer-first', diagrams.and(another, diagrams.not(decided))],
  ]);
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
  const given = diagrams.and(isDeal, is(ground, consent, 'consent'));
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
