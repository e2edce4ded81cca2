import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { Condition } from './lower-criterion.ts';

/** A rule to run: its name and one condition. */
export interface Rule {
  readonly name: string;
  readonly condition: Condition;
}

/** What a condition came to, with the same shape as the condition. */
export interface ConditionResult {
  readonly result: boolean;
  readonly of: readonly ConditionResult[];
}

/**
 * Runs rules over facts on a stock json-rules-engine and gives each rule's result by name. Facts that are unknown
 * have to be given as null. One engine serves one run: a shared one loses rules when runs overlap.
 */
export async function runRules(
  rules: readonly Rule[],
  facts: Readonly<Record<string, Scalar | null>>,
): Promise<ReadonlyMap<string, ConditionResult>> {
  if (rules.length === 0) return new Map();
  const engine = new Engine(rules.map(asEngineRule));
  const { results, failureResults } = await engine.run({ ...facts });
  return new Map(
    [...results, ...failureResults].map((run) => [run.name, resultOf(run.conditions, run.name)]),
  );
}

function asEngineRule(rule: Rule): RuleProperties {
  const conditions = { all: [rule.condition] } as unknown as TopLevelCondition;
  return { name: rule.name, conditions, event: { type: rule.name } };
}

/** The engine keeps no result for a rule's outermost node, so each rule's own condition stands one level below it. */
function resultOf(conditions: unknown, name: string): ConditionResult {
  const [root] = (conditions as { all?: unknown[] }).all ?? [];
  return readNode(root, name);
}

/** Reads a node of the engine's result, refusing what the engine skipped. */
function readNode(node: unknown, name: string): ConditionResult {
  const { all, any, result } = node as { all?: unknown[]; any?: unknown[]; result?: unknown };
  if (typeof result !== 'boolean') throw new Error(`rule \`${name}\` was not evaluated in full`);
  return { result, of: (all ?? any ?? []).map((part) => readNode(part, name)) };
}
