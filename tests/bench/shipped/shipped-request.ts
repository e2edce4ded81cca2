import { evaluate } from '../../../src/index.ts';
import { isoFromDay } from '../../../src/vocabulary/day.ts';
import { randomFrom } from '../random.ts';
import type { DecisionTable } from './table-line.ts';
import { ASKED, type ShippedPack } from './shipped-pack.ts';

/** A complete request: the day as text and as days since 1970, the provider, and a value for each fact that the act turns on. */
export type ShippedRequest = Readonly<Record<string, string>> & { readonly date: string };

const STRANGE = ['none-such', 'NEW', '', '__proto__', 'constructor'];
const ONE_IN = 16;

/** Draws complete requests: every other one on an edge of a line, one in sixteen with a value outside its list. */
export function shippedRequests(
  { fields, values, lines }: DecisionTable,
  count: number,
  seed: number,
): readonly ShippedRequest[] {
  const random = randomFrom(seed);
  const edges = lines.flatMap(({ from, until }) => [from ?? until ?? 0, until ?? from ?? 0]);
  const [first, last] = [Math.min(...edges) - 200, Math.max(...edges) + 200];
  return Array.from({ length: count }, () => {
    const day =
      random.below(2) > 0 ? random.oneOf(edges) + random.below(3) - 1 : first + random.below(last - first);
    const chosen = fields.map((field) => [field, random.oneOf(values[field] ?? [])] as const);
    const request = { ...Object.fromEntries(chosen), date: isoFromDay(day) };
    return random.below(ONE_IN) > 0 ? request : { ...request, [random.oneOf(fields)]: random.oneOf(STRANGE) };
  });
}

/** Gives the engine's own answer, to which every other is held. */
export async function answerByEvaluate(
  { pack, readings }: ShippedPack,
  request: ShippedRequest,
): Promise<string> {
  const { date, provider, ...facts } = request;
  const { actor, act } = ASKED;
  const asked = await evaluate(pack, { actor, acts: [act], date, providers: [provider], facts, readings });
  return asked.ok ? (asked.decision.answers[0]?.outcome ?? 'none') : 'invalid';
}

/** True where every text is in its list: peers ask this first, as in the common work. */
export function valuesChecked({
  fields,
  values,
}: DecisionTable): (request: Readonly<Record<string, unknown>>) => boolean {
  const lists = fields.map((field) => ({ field, list: new Set<unknown>(values[field]) }));
  return (request) => {
    for (const { field, list } of lists) if (!list.has(request[field])) return false;
    return true;
  };
}
