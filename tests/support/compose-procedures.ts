import { FALSE, TRUE } from '../../src/diagram/algebra/diagrams.ts';
import { restrict, whereTerminal } from '../../src/diagram/algebra/read-diagrams.ts';
import type { Question } from '../../src/diagram/compile/question.ts';
import { classesLeftBy } from '../../src/diagram/requests/classes-left.ts';
import { leftUnder, requestGround } from '../../src/diagram/requests/request-ground.ts';
import {
  consentVariable,
  COUNTERPARTY,
  designeeVariable,
  electionVariable,
  STATES,
  throughVariable,
  waiverVariable,
} from '../../src/diagram/variables/other-variables.ts';
import { inForceOn } from '../../src/evaluation/clauses/in-force.ts';
import type { Variable } from '../../src/diagram/variables/variable.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { electionId } from '../../src/pack/unknown-ids.ts';
import { isFirstRight } from '../../src/vocabulary/clause-kind.ts';
import { settlementOf } from './ask-compiled.ts';
import type { Compiled } from './engines.ts';
import type { AssumptionMode } from './naive-world.ts';

type Known = Readonly<Record<string, string>>;

/** Beyond so many ways in which the rights of a deal may stand together they are not composed. */
const MOST_WAYS = 81;

/**
 * What a request says besides facts, in the words of a compiled pack: one entry for each way in which its first rights may
 * stand together, taken each by itself. `undefined` where a part is known only so far, or there are too many ways.
 */
export function whatIsKnown(
  pack: Pack,
  request: Request,
  { provider, assumptions }: { readonly provider: string; readonly assumptions: AssumptionMode },
): readonly Known[] | undefined {
  const rights = pack.clauses.filter(({ kind }) => isFirstRight(kind));
  const settlement = settlementOf(pack, request, assumptions);
  const areInForce = rights.every((right) => inForceOn(right, pack, request, settlement).finding === 'met');
  // What goes on of a deal after the end of its clause hangs on the day of that end.
  if (request.opportunity !== undefined && !areInForce) return undefined;
  const said = saidOfParties(pack, request, provider);
  if (said === undefined) return undefined;
  const ways = rights.reduce<readonly Known[]>(
    (known, { id }) =>
      statesLeft(pack, request, id, { provider, assumptions }).flatMap((state) =>
        known.map((each) => ({ ...each, [`state ${id}`]: state })),
      ),
    [said],
  );
  return ways.length > MOST_WAYS ? undefined : ways;
}

/** What is said of elections, consents, waivers and the like; `undefined` where a part is known only so far. */
function saidOfParties(pack: Pack, request: Request, provider: string): Known | undefined {
  if (!areWaiversWhole(request)) return undefined;
  const leftOf = classesLeftBy(request, provider, pack);
  const said: Record<string, string> = {};
  for (const variable of saidBesides(pack)) {
    const left = hasWaived(variable, request) ? 1 : leftOf(variable);
    if (left === undefined && variable.about.is === 'election') continue;
    if (typeof left !== 'number') return undefined;
    said[variable.key] = variable.classes[left]?.label ?? '';
  }
  return said;
}

/** A waiver of some clauses, or of a deal that has changed since, is no waiver of all that is owed. */
function areWaiversWhole({ opportunity }: Request): boolean {
  return (opportunity?.events ?? []).every(
    (event) => event.is !== 'change' && (event.is !== 'waiver' || event.clauses === undefined),
  );
}

function hasWaived({ about }: Variable, { opportunity, date }: Request): boolean {
  if (about.is !== 'waiver') return false;
  const events = opportunity?.events ?? [];
  return events.some((event) => event.is === 'waiver' && event.party === about.id && event.on <= date);
}

function saidBesides({ parties, clauses }: Pack): readonly Variable[] {
  const elections = clauses.flatMap((clause) =>
    (clause.ceases ?? []).flatMap((ceasing) =>
      ceasing.electionOf === undefined ? [] : [electionVariable(electionId(clause, ceasing))],
    ),
  );
  const ofParties = [consentVariable, waiverVariable, designeeVariable, throughVariable];
  return [COUNTERPARTY, ...elections, ...parties.flatMap(({ id }) => ofParties.map((make) => make(id)))];
}

/** The states in which a right may stand over its own unknowns: none where it is not in the deal. */
function statesLeft(
  pack: Pack,
  request: Request,
  clause: string,
  { provider, assumptions }: { readonly provider: string; readonly assumptions: AssumptionMode },
): readonly string[] {
  const { diagrams, variables, forCandidate } = requestGround(pack, request);
  const ground = forCandidate(provider);
  const diagramsOfStates = STATES.map((state) => [state, ground.state(clause, state)] as const);
  const left = leftUnder(settlementOf(pack, request, assumptions), variables);
  return diagramsOfStates.flatMap(([state, diagram]) =>
    whereTerminal(diagrams, restrict(diagrams, diagram, left), TRUE) === FALSE ? [] : [state],
  );
}

/** Asks with what is known; what the compiled pack has no variable for is left out. */
export function askKnowing(compiled: Compiled, question: Question, known: Known): readonly string[] {
  const asked = compiled.decide({ ...question, known });
  if (!('invalid' in asked)) return asked.possible;
  const { [asked.invalid.part]: unread, ...rest } = known;
  if (unread === undefined) throw new Error(`invalid: ${JSON.stringify(asked.invalid)}`);
  return askKnowing(compiled, question, rest);
}
