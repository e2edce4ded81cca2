import type { Clause, Pack } from '../../pack/pack.ts';
import { procedureParameters } from '../../pack/procedure-parameters.ts';
import { idsBehind } from '../../vocabulary/stated.ts';
import { inOrder, outcomeOf, type SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Assumption } from '../decision.ts';
import { readingOf } from '../../pack/lookup.ts';
import { countsWithHolder } from '../../pack/counts-with-holder.ts';
import { describeLimit } from './described-parameter.ts';
import { parametersOf } from './parameters.ts';
import { lifeParameters } from '../../pack/turnings.ts';
import { scopesOf, settledIdsIn } from '../../pack/scopes.ts';
import { withOpened, withReading, type Settlement } from '../../pack/settlement.ts';
import type { Worlds } from '../outcomes/worlds.ts';

/** The assumptions that an answer stands on, and what is possible without any of them. */
export interface Assumptions {
  readonly assumptions: readonly Assumption[];
  readonly possibleWithout?: readonly SettledOutcome[];
}

/** Finds what is possible under another settlement, which differs in some ids from the one taken. */
export type PossibleUnder = (
  settlement: Settlement,
  changed: readonly string[],
) => Promise<readonly SettledOutcome[]>;

/** Finds which assumed values and readings change what is possible by the given clauses when they are given up. */
export async function assumptionsBehind(
  possible: readonly SettledOutcome[],
  possibleUnder: PossibleUnder,
  clauses: readonly Clause[],
  worlds: Worlds,
): Promise<Assumptions> {
  const ids = assumedIds(clauses, worlds);
  if (ids.length === 0) return { assumptions: [] };
  const possibleWith = (opened: readonly string[]): Promise<readonly SettledOutcome[]> =>
    possibleUnder(withOpened(worlds.base.settlement, opened), opened);
  const alone = await assumptionsAlone(ids, possible, possibleUnder, worlds);
  const rest = ids.filter((id) => !alone.has(id));
  const together = await smallestChange(rest, possible, possibleWith);
  const assumptions = ids.flatMap((id) => {
    const single = alone.get(id);
    if (single !== undefined) return [describe(id, single, [], worlds)];
    if (!together.ids.includes(id)) return [];
    return [
      describe(
        id,
        together.possible,
        together.ids.filter((other) => other !== id),
        worlds,
      ),
    ];
  });
  return assumptions.length === 0
    ? { assumptions }
    : { assumptions, possibleWithout: await possibleWith(ids) };
}

/** Ids of the settled readings and assumed parameters that the clauses read, each once, in the clauses' order. */
function assumedIds(clauses: readonly Clause[], { base }: Worlds): readonly string[] {
  const { pack, settlement } = base;
  const parameters = parametersOf(pack);
  const isAssumed = (id: string): boolean =>
    settlement.readings.has(id) ||
    (parameters.get(id)?.stated.is === 'assumed' && !settlement.opened.has(id));
  return [
    ...new Set(clauses.flatMap((clause) => [...scopesOf(clause).flatMap(settledIdsIn), ...ownIds(clause)])),
  ].filter(isAssumed);
}

function ownIds(clause: Clause): readonly string[] {
  const { sole, procedure } = clause;
  const own = [...lifeParameters(clause), countsWithHolder(clause), ...(sole === undefined ? [] : [sole])];
  if (procedure === undefined) return own.flatMap(idsBehind);
  return [...own, ...procedureParameters(procedure)].flatMap(idsBehind);
}

/** Gives up each id alone: a reading for its other options, a value for anything. */
async function assumptionsAlone(
  ids: readonly string[],
  asStated: readonly SettledOutcome[],
  possibleUnder: PossibleUnder,
  worlds: Worlds,
): Promise<ReadonlyMap<string, readonly SettledOutcome[]>> {
  const { settlement, pack } = worlds.base;
  const changed = new Map<string, readonly SettledOutcome[]>();
  for (const id of ids) {
    const taken = settlement.readings.get(id);
    const alternatives =
      taken === undefined
        ? [withOpened(settlement, [id])]
        : otherOptions(pack, id, taken).map((option) => withReading(settlement, id, option));
    const possible: SettledOutcome[] = [];
    for (const alternative of alternatives) {
      possible.push(...(await possibleUnder(alternative, [id])));
    }
    const otherwise = inOrder(possible);
    if (otherwise.length > 0 && !isSame(otherwise, asStated)) changed.set(id, otherwise);
  }
  return changed;
}

function otherOptions(pack: Pack, id: string, taken: string): readonly string[] {
  return readingOf(pack, id)
    .options.map((option) => option.id)
    .filter((option) => option !== taken);
}

/** Opens all ids together and takes back each that is not needed for the change. */
async function smallestChange(
  ids: readonly string[],
  possible: readonly SettledOutcome[],
  possibleWith: (opened: readonly string[]) => Promise<readonly SettledOutcome[]>,
): Promise<{ readonly ids: readonly string[]; readonly possible: readonly SettledOutcome[] }> {
  const none = { ids: [], possible };
  if (ids.length < 2 || isSame(await possibleWith(ids), possible)) return none;
  let needed = ids;
  for (const id of ids) {
    const fewer = needed.filter((other) => other !== id);
    if (!isSame(await possibleWith(fewer), possible)) needed = fewer;
  }
  return { ids: needed, possible: await possibleWith(needed) };
}

function isSame(one: readonly SettledOutcome[], other: readonly SettledOutcome[]): boolean {
  return one.join() === other.join();
}

function describe(
  id: string,
  possible: readonly SettledOutcome[],
  togetherWith: readonly string[],
  { base }: Worlds,
): Assumption {
  const otherwise = { outcome: outcomeOf(possible), possible, togetherWith };
  const option = base.settlement.readings.get(id);
  if (option === undefined)
    return { id, kind: 'parameter', ...assumedValue(base.pack, id), by: 'pack', otherwise };
  const reading = readingOf(base.pack, id);
  const byRequest = Object.hasOwn(base.request.readings, id);
  return {
    id,
    kind: 'reading',
    question: reading.question,
    value: option,
    because: byRequest ? 'the request takes this reading' : (reading.assumed?.because ?? ''),
    by: byRequest ? 'request' : 'pack',
    otherwise,
  };
}

function assumedValue(pack: Pack, id: string): Pick<Assumption, 'question' | 'value' | 'because'> {
  const parameter = parametersOf(pack).get(id);
  if (parameter?.stated.is !== 'assumed') throw new Error(`parameter \`${id}\` is not assumed`);
  const { limit, because } = parameter.stated;
  return { question: parameter.question, value: describeLimit(limit), because };
}
