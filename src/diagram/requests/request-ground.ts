import type { Clause, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { firstRightOf } from '../../procedure/record/first-right-clause.ts';
import { FALSE, TRUE, type ClassesLeft, type Diagram, type Diagrams } from '../algebra/diagrams.ts';
import { whereTerminal, type Left } from '../algebra/read-diagrams.ts';
import type { CandidateGround } from '../clauses/ground.ts';
import { survivesDiagram } from '../clauses/pending-diagram.ts';
import { startLevels, type LaidGround, type Levels } from '../clauses/levels.ts';
import { AS_ASSUMED, STATES, stateVariable } from '../variables/other-variables.ts';
import { classesOf } from '../variables/classes.ts';
import type { Variable } from '../variables/variable.ts';
import { classesLeftBy, type LeftOf } from './classes-left.ts';
import { withMeasures } from './measure-tests.ts';
import { consentHoldsDiagram, waivedDiagram } from './waived-diagram.ts';
import { endedRightDiagram, firstRightDiagram } from './first-right-diagram.ts';

/**
 * Lays the ground of one request: what it settles is settled before anything is built, and only the rest are variables.
 * Diagrams of all its candidates share one store. What is `known` besides, by the keys of
 * variables, goes before what the request says.
 */
export function requestGround(
  pack: Pack,
  request: Request,
  known: Readonly<Record<string, string>> = {},
): LaidGround {
  const { diagrams, variables, levelOf } = startLevels(MOST_NODES);
  const clauseOf = clausesOf(pack);
  const inForce = remembered((ground, id) => firstRightDiagram(ground, firstRightOf(clauseOf(id)), request));
  const ended = remembered((ground, id) => endedRightDiagram(ground, firstRightOf(clauseOf(id)), request));
  const forCandidate = (candidate: string): CandidateGround => {
    const test = testing(knownFirst(known, classesLeftBy(request, candidate, pack)), diagrams, levelOf);
    const ground: CandidateGround = {
      pack,
      candidate,
      diagrams,
      classes: classesOf(pack),
      from: (day) => (request.date >= day ? TRUE : FALSE),
      test: withMeasures({ pack, request, candidate, diagrams, levelOf, test }),
      state: (id, state) => {
        const given = known[stateVariable(id).key];
        if (given !== undefined) return given === state ? TRUE : FALSE;
        return whereTerminal(diagrams, inForce(ground, id), STATES.indexOf(state));
      },
      waived: (id, party) => waivedDiagram(ground, clauseOf(id), party, request),
      consentHolds: (party) => consentHoldsDiagram(ground, party, request),
      stateAfterEnd: (id, state) => {
        const given = known[stateVariable(id).key];
        if (given !== undefined) return given === state ? survivesDiagram(ground, id) : FALSE;
        return whereTerminal(diagrams, ended(ground, id), STATES.indexOf(state));
      },
    };
    return ground;
  };
  return { diagrams, variables, forCandidate };
}

function clausesOf(pack: Pack): (id: string) => Clause {
  const clauses = new Map(pack.clauses.map((clause) => [clause.id, clause]));
  return (id) => {
    const clause = clauses.get(id);
    if (clause === undefined) throw new Error(`the pack has no clause \`${id}\``);
    return clause;
  };
}

/** The diagram of a clause does not hang on the candidate: it is built once. */
function remembered(
  build: (ground: CandidateGround, id: string) => Diagram,
): (ground: CandidateGround, id: string) => Diagram {
  const known = new Map<string, Diagram>();
  return (ground, id) => {
    const diagram = known.get(id) ?? build(ground, id);
    known.set(id, diagram);
    return diagram;
  };
}

function knownFirst(known: Readonly<Record<string, string>>, leftOf: LeftOf): LeftOf {
  return (variable) => {
    const given = known[variable.key];
    return given === undefined
      ? leftOf(variable)
      : variable.classes.findIndex(({ label }) => label === given);
  };
}

/** Beyond this many nodes the answer to one request is bounded instead of found. */
const MOST_NODES = 200_000;

function testing(leftOf: LeftOf, diagrams: Diagrams, levelOf: Levels['levelOf']): CandidateGround['test'] {
  const known = new Map<string, number | ClassesLeft | undefined>();
  const leftFor = (variable: Variable): number | ClassesLeft | undefined => {
    if (known.has(variable.key)) return known.get(variable.key);
    const left = single(leftOf(variable));
    known.set(variable.key, left);
    return left;
  };
  return (variable, fits) => {
    const left = leftFor(variable);
    if (typeof left === 'number') return fits(left) ? TRUE : FALSE;
    return diagrams.test(levelOf(variable, left), fits);
  };
}

/** A class that is the only one left is known. */
function single(left: number | ClassesLeft | undefined): number | ClassesLeft | undefined {
  if (left === undefined || typeof left === 'number') return left;
  const first = left.indexOf(true);
  return left.includes(true, first + 1) ? left : first;
}

/** What a settlement leaves of the readings and parameters that are variables of a request. */
export function leftUnder(settlement: Settlement, variables: readonly Variable[]): Left {
  const left = new Map<number, ClassesLeft>();
  variables.forEach(({ about, classes }, level) => {
    if (about.is === 'reading') {
      const taken = settlement.readings.get(about.id);
      if (taken !== undefined)
        left.set(
          level,
          classes.map(({ label }) => label === taken),
        );
    }
    if (about.is === 'parameter' && classes[0]?.label === AS_ASSUMED) {
      const isOpened = settlement.opened.has(about.id);
      left.set(
        level,
        classes.map(({ label }) => (label === AS_ASSUMED) !== isOpened),
      );
    }
  });
  return left;
}
