import { inBackticks } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Criterion } from '../../vocabulary/criterion.ts';
import { reportWrong } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { inCodeOrder } from '../forms/in-code-order.ts';
import { readList, readOneOrMore } from '../forms/read-list.ts';
import type { Fact } from '../pack.ts';
import { entriesOf, type Spot } from '../written/written.ts';
import { resolveComparison } from './resolve-comparison.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Tested } from './tested.ts';

const JOINTS = ['all', 'any', 'not', 'provider', 'date', 'defined'] as const;

/** Resolves a scope. `prefix` begins the ids of its parameters. A map with one key is that key's criterion. */
export function resolveScope(spot: Spot, prefix: string, context: ResolveContext): Criterion | undefined {
  const entries = entriesOf(spot);
  if (entries.length === 0) return reportWrong(spot, 'a scope', context.report);
  const inOrder = entries.toSorted(([one], [other]) => inCodeOrder(one, other));
  const criteria = new Map(inOrder.map(([key, value]) => [key, resolveKey(key, value, prefix, context)]));
  const of = completeList(entries.map(([key]) => criteria.get(key)));
  const [only, second] = of ?? [];
  return of === undefined || (only !== undefined && second === undefined) ? only : { is: 'all', of };
}

function resolveKey(key: string, spot: Spot, prefix: string, context: ResolveContext): Criterion | undefined {
  if (key === 'not') {
    const negated = resolveScope(spot, prefix, context);
    return negated && { is: 'not', of: negated };
  }
  if (key === 'all' || key === 'any') {
    const of = readList(
      spot,
      (each) => resolveScope(each, prefix, context),
      context.report,
      'a list of scopes',
    );
    return of && { is: key, of };
  }
  if (key === 'defined') return resolveDefined(spot, context);
  if (context.vocabulary.facts.declared.get(key)?.type.is === 'event') return reportEvent(key, spot, context);
  const tested = testedUnder(key, spot, prefix, context);
  return tested && resolveComparison(spot, tested, context);
}

function testedUnder(key: string, spot: Spot, prefix: string, context: ResolveContext): Tested | undefined {
  const { facts, readings } = context.vocabulary;
  const own = { prefix: `${prefix}.${key}` };
  if (key === 'provider') return { ...own, subject: { is: 'provider' }, type: { is: 'party' } };
  if (key === 'date') return { ...own, subject: { is: 'date' }, type: { is: 'date' } };
  const fact = facts.declared.get(key);
  if (fact !== undefined) return { ...own, ...testedFact(fact) };
  const reading = readings.declared.get(key);
  if (reading !== undefined) {
    return { ...own, subject: { is: 'reading', id: key }, type: { is: 'reading', options: reading.options } };
  }
  if (facts.declared.has(key) || readings.declared.has(key)) return undefined;
  return facts.whole && readings.whole ? reportUndeclared(key, spot, context) : undefined;
}

function testedFact({ id, type, measure }: Fact): Omit<Tested, 'prefix'> {
  if (measure === undefined) return { subject: { is: 'fact', id }, type };
  const adds = typeof measure.adds === 'string' ? { adds: measure.adds } : {};
  const measured = { byCandidate: measure.by.includes('provider'), ...adds };
  return { subject: { is: 'fact', id, measured }, type, measure };
}

/** A defined term, or several of which one has to hold. */
function resolveDefined(spot: Spot, context: ResolveContext): Criterion | undefined {
  const of = readOneOrMore(spot, (each) => context.definedTerm(each), context.report);
  const [only, second] = of ?? [];
  return of === undefined || second === undefined ? only : { is: 'any', of };
}

function reportEvent(key: string, spot: Spot, context: ResolveContext): undefined {
  const message = `criterion tests ${inBackticks(key)}, which is an event`;
  const hint = `a clause ends on it: \`until: { event: ${key} }\``;
  return context.report('clause/event-in-scope', spot, message, { part: 'key', hint });
}

function reportUndeclared(key: string, spot: Spot, context: ResolveContext): undefined {
  const { facts, readings } = context.vocabulary;
  const hint = didYouMean(key, [...JOINTS, ...facts.declared.keys(), ...readings.declared.keys()]);
  const message = `criterion names ${inBackticks(key)}, which the pack does not declare`;
  return context.report('clause/undeclared-fact', spot, message, { part: 'key', hint });
}
