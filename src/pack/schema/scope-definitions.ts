import { fitting } from '../clauses/fitting-comparisons.ts';
import { mayBeTheSame } from '../clauses/check-same-as.ts';
import type { Tested } from '../clauses/tested.ts';
import type { ScalarType } from '../forms/read-scalar.ts';
import { isInner, isTree } from '../forms/value-tree.ts';
import type { Fact, Pack } from '../pack.ts';
import {
  closedMap,
  described,
  listOf,
  notEmpty,
  oneOfWords,
  oneOrMore,
  ref,
  setOf,
  wherever,
  type Definitions,
  type JsonSchema,
} from './json-schema.ts';
import { byReadingDefinition, statedSchema } from './stated-schemas.ts';
import { valueSchema } from './value-schemas.ts';
import type { Strictness } from './word-definitions.ts';

/** Defines scopes, and for each fact and reading what it may be tested for. */
export function scopeDefinitions(pack: Pack, strictness: Strictness): Definitions {
  const tested = testedIn(pack);
  const values = tested.map(({ key, type }) => [valueOf(key), testedValue(type)] as const);
  const tests = tested.map((each) => [`test.${each.key}`, testSchema(each, pack)] as const);
  const words = tested.map(({ key, question }) => [key, described(ref(`test.${key}`), question)] as const);
  const own = { ...JOINTS, ...(pack.terms.length > 0 || strictness === 'any' ? DEFINED : {}) };
  const scope =
    strictness === 'declared'
      ? closedMap({ ...Object.fromEntries(words), ...own })
      : { ...closedMap({ ...Object.fromEntries(words.map(orAnything)), ...own }), ...ANYTHING_ELSE };
  return {
    scope: notEmpty(scope),
    'any-test': ANY_TEST,
    ...Object.fromEntries([...values, ...tests]),
    'stated.day': statedSchema(ref('day')),
    'by-reading': byReadingDefinition(pack, strictness),
  };
}

const JOINTS: Definitions = {
  all: described(listOf(ref('scope')), 'every one of these scopes'),
  any: described(listOf(ref('scope')), 'at least one of these scopes'),
  not: described(ref('scope'), 'not this scope'),
};

const DEFINED: Definitions = {
  defined: described(oneOrMore(ref('term')), 'a defined term, or one of several'),
};

const ANY_TEST: JsonSchema = { not: { type: 'null' } };

const ANYTHING_ELSE = { additionalProperties: ref('any-test') };

/** A word may get another type or other values in the very file that is checked. */
function orAnything([key, test]: readonly [string, JsonSchema]): readonly [string, JsonSchema] {
  const { description, ...known } = test;
  return [key, { description, anyOf: [known, ref('any-test')] }];
}

/** A key of a scope, and what an editor says of it. */
interface TestedKey extends Tested {
  readonly key: string;
  readonly question: string;
}

function testedIn({ facts, readings }: Pack): readonly TestedKey[] {
  const prefix = '';
  return [
    ...facts
      .filter(({ type }) => type.is !== 'event')
      .map(({ id, question, type, measure }) => ({
        key: id,
        question,
        type,
        ...(measure !== undefined && { measure }),
        subject: { is: 'fact', id } as const,
        prefix,
      })),
    ...readings.map(({ id, question, options }) => ({
      key: id,
      question,
      type: { is: 'reading', options } as const,
      subject: { is: 'reading', id } as const,
      prefix,
    })),
    {
      key: 'provider',
      question: 'the candidate',
      type: { is: 'party' },
      subject: { is: 'provider' },
      prefix,
    },
    {
      key: 'date',
      question: 'the day of the request',
      type: { is: 'date' },
      subject: { is: 'date' },
      prefix,
    },
  ];
}

function testSchema(tested: TestedKey, pack: Pack): JsonSchema {
  const value = ref(valueOf(tested.key));
  const within = withinSchema(tested.type, pack);
  const forms: Readonly<Record<string, JsonSchema | undefined>> = {
    not: negated(value, within),
    'same-as': sameAsSchema(
      tested,
      pack.facts.filter(({ measure }) => measure === undefined),
    ),
    within,
  };
  const bound = tested.type.is === 'date' ? ref('stated.day') : statedSchema(value);
  const isMeasure = tested.measure !== undefined;
  const properties = fitting(tested).flatMap((key) => {
    if (isMeasure && key in forms) return [];
    const schema = key in forms ? forms[key] : bound;
    return schema === undefined ? [] : [[key, schema] as const];
  });
  const alone = properties.map(([key]) => key).filter((key) => key in forms);
  const comparison = {
    ...notEmpty(closedMap(Object.fromEntries(properties))),
    ...(isMeasure
      ? {}
      : wherever({ anyOf: alone.map((key) => ({ required: [key] })) }, { maxProperties: 1 })),
  };
  if (isMeasure) return comparison;
  return { anyOf: [value, setOf(value), comparison] };
}

/** The definition of what a fact or reading is tested for. */
export function valueOf(key: string): string {
  return `value.${key}`;
}

/** In a tree of values only the leaves are tested by themselves. */
function testedValue(type: ScalarType): JsonSchema {
  if (type.is !== 'enum' || !isTree(type)) return valueSchema(type);
  return valueSchema({ ...type, values: type.values.filter(({ id }) => !isInner(id, type)) });
}

function negated(value: JsonSchema, within: JsonSchema | undefined): JsonSchema {
  const { anyOf } = oneOrMore(value) as { readonly anyOf: readonly JsonSchema[] };
  return { anyOf: [...anyOf, ...(within === undefined ? [] : [closedMap({ within }, ['within'])])] };
}

function withinSchema(type: ScalarType, { groups }: Pack): JsonSchema | undefined {
  if (type.is === 'party') return groups.length === 0 ? undefined : ref('group');
  if (type.is !== 'enum') return undefined;
  return oneOfWords(type.values.filter(({ id }) => isInner(id, type)));
}

function sameAsSchema({ key, type }: TestedKey, facts: readonly Fact[]): JsonSchema | undefined {
  const alike = facts.filter((other) => other.id !== key && mayBeTheSame(type, other.type));
  return alike.length === 0
    ? undefined
    : oneOfWords(alike.map(({ id, question }) => ({ id, means: question })));
}
