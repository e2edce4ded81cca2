import {
  leastId,
  lowerCriterion,
  mostId,
  NEVER_KNOWN,
  type Condition,
} from '../../evaluation/criteria/lower-criterion.ts';
import type { Clause, Fact, Pack } from '../../pack/pack.ts';
import { scopesOf, type Scope } from '../../pack/scopes.ts';
import { settlementFor, type Settled, type Settlement } from '../../pack/settlement.ts';
import { describePack, describeSettlement, type ExportedPack, type ExportedSettlement } from '../describe-pack.ts';

/** The criteria of a pack as rules of json-rules-engine, with all that has to be known to run them. */
export interface RulesFile {
  readonly format: 'compute-rights/json-rules-engine/1';
  readonly pack: ExportedPack;
  readonly settled: ExportedSettlement;
  readonly convention: readonly string[];
  readonly facts: readonly RuleFact[];
  readonly scopes: readonly RuleScope[];
  readonly rules: readonly EngineRule[];
}

/** A fact that has to be given to every run. */
export interface RuleFact {
  readonly id: string;
  readonly type: string;
  readonly means: string;
  readonly unit?: string;
  readonly values?: readonly string[];
}

/** A scope: which part of which clause it is. */
export interface RuleScope {
  readonly scope: string;
  readonly clause: string;
}

/** A rule as json-rules-engine takes it. */
export interface EngineRule {
  readonly name: string;
  readonly conditions: { readonly all: readonly Condition[] };
  readonly event: { readonly type: 'must' | 'may'; readonly params: { readonly scope: string } };
}

/** Writes the two rules of every scope. What is settled is settled in them. */
export function writeRules(pack: Pack, settled: Settled = {}): RulesFile {
  const settlement = settlementFor(pack, settled);
  const scopes = pack.clauses.flatMap((clause) => scopesOf(clause).map((scope) => ({ clause, scope })));
  return {
    format: 'compute-rights/json-rules-engine/1',
    pack: describePack(pack),
    settled: describeSettlement(pack, settled),
    convention: CONVENTION,
    facts: [...REQUEST_FACTS, ...pack.facts.flatMap(ruleFacts), ...readingFacts(pack)],
    scopes: scopes.map(({ clause, scope }) => ruleScope(clause, scope)),
    rules: scopes.flatMap(({ scope }) => rulesOf(scope, settlement)),
  };
}

const CONVENTION: readonly string[] = [
  'Every rule runs on a stock Engine. Give every fact listed here to every run, and give null for one that is not known.',
  'A day is a number: the days since 1970-01-01. An event that has not happened is the text not-yet. A boolean is true or false, a number is in the unit shown, all else is an id.',
  'A fact that is known only to an inner value of its tree is given as that value.',
  `The fact ${NEVER_KNOWN} is always null.`,
  'A measure has two facts, the least and the most that it can be: the same number where it is known, null where there is no such end.',
  'A reading under "settled" is given that option, any other null: limits that hang on readings were settled when this was written.',
  'Each scope has two rules. Where the event must is emitted for it, the scope is met; where may is not, it is not met; otherwise it is unknown.',
  'A scope says whether a criterion is met, not what may be done: force, carve-outs, first rights and precedence are not in these rules.',
  'Use a new Engine for each run: one that is shared loses rules where runs overlap.',
];

const REQUEST_FACTS: readonly RuleFact[] = [
  { id: NEVER_KNOWN, type: 'null', means: 'always null' },
  { id: 'date', type: 'date', means: 'the day on which the act is done' },
  { id: 'provider', type: 'party', means: 'the candidate; one run for each' },
];

/** A measure is given by the least and the most that it can be. */
function ruleFacts(fact: Fact): readonly RuleFact[] {
  const written = ruleFact(fact);
  if (fact.measure === undefined) return [written];
  return [
    { ...written, id: leastId(fact.id), means: `the least that it can be: ${fact.question}` },
    { ...written, id: mostId(fact.id), means: `the most that it can be: ${fact.question}` },
  ];
}

function ruleFact({ id, type, question }: Fact): RuleFact {
  const unit = type.is === 'number' ? type.unit : undefined;
  return {
    id,
    type: type.is,
    means: question,
    ...(unit !== undefined && { unit }),
    ...(type.is === 'enum' && { values: [...type.values.map((each) => each.id), ...(type.open ? ['other'] : [])] }),
  };
}

function readingFacts({ readings }: Pack): readonly RuleFact[] {
  return readings.map(({ id, question, options }) => ({
    id,
    type: 'reading',
    means: question,
    values: options.map((option) => option.id),
  }));
}

function ruleScope({ id }: Clause, { key }: Scope): RuleScope {
  return { scope: key, clause: id };
}

/** The engine wants a list outermost, so each condition stands one level below it. */
function rulesOf({ key, criterion }: Scope, settlement: Settlement): readonly EngineRule[] {
  return (['must', 'may'] as const).map((mode) => ({
    name: `${key} ${mode}`,
    conditions: { all: [lowerCriterion(criterion, mode, settlement)] },
    event: { type: mode, params: { scope: key } },
  }));
}
