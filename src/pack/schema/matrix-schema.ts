import type { Pack } from '../pack.ts';
import {
  MATRIX_ENTRY_SHAPE,
  MATRIX_SHAPE,
  REFUSAL_RULE_SHAPE,
  RULE_SHAPE,
} from '../scenarios/scenario-shapes.ts';
import { ENTRY_PARTS, EXPECTS, REFUSED } from './entry-parts.ts';
import {
  closedMap,
  described,
  listOf,
  mapLike,
  notEmpty,
  oneOrMore,
  ref,
  setOf,
  type Definitions,
  type JsonSchema,
} from './json-schema.ts';
import { valueOf } from './scope-definitions.ts';
import { factSchemas } from './request-schema.ts';

interface ExpectedForm {
  readonly outcome: JsonSchema;
  readonly possible: JsonSchema;
  readonly governing: JsonSchema;
  readonly 'turns-on': JsonSchema;
  readonly acts: JsonSchema;
}

/**
 * Defines the form of a matrix. As in a single scenario, the pack's words are checked only where an answer is expected
 * of every cell.
 */
export function matrixDefinitions(pack: Pack, form: ExpectedForm): Definitions {
  return {
    'matrix-entry': MATRIX_ENTRY,
    matrix: MATRIX,
    refused: REFUSED,
    'matrix-of-words': wordsOnAxes(pack),
    rule: ruleSchema(form),
    'rule-of-words': rulesOfWords(pack),
  };
}

const MATRIX_ENTRY: JsonSchema = {
  ...mapLike(MATRIX_ENTRY_SHAPE, { ...ENTRY_PARTS, matrix: ref('matrix'), expect: listOf(ref('rule')) }),
  ...EXPECTS,
  if: {
    anyOf: [
      { required: ['diagnostics'] },
      { required: ['pending'] },
      { properties: { expect: { contains: { required: ['diagnostics'] } } }, required: ['expect'] },
    ],
  },
  else: {
    properties: {
      request: ref('request-part'),
      matrix: ref('matrix-of-words'),
      expect: { items: ref('rule-of-words') },
    },
  },
};

const VALUES = setOf({ type: ['string', 'number', 'boolean'] });
const AXES = notEmpty({ type: 'object', additionalProperties: VALUES });

const MATRIX = notEmpty(
  mapLike(MATRIX_SHAPE, {
    date: described(VALUES, 'days of the act'),
    provider: described(VALUES, 'whom to examine, one in each cell'),
    act: described(VALUES, 'what is to be done, one in each cell'),
    deal: described(VALUES, 'deals that the file describes'),
    facts: described(AXES, 'for each fact its values; `unknown` leaves it out'),
    readings: described(AXES, 'for each reading the sides taken; `unknown` takes none'),
  }),
);

function wordsOnAxes(pack: Pack): JsonSchema {
  const unknown = { enum: ['unknown'] };
  const onAxis = (value: JsonSchema): JsonSchema => setOf({ anyOf: [value, unknown] });
  const facts = Object.entries(factSchemas(pack)).map(([id, value]) => [id, onAxis(value)] as const);
  const readings = pack.readings.map(({ id }) => [id, onAxis(ref(valueOf(id)))] as const);
  return {
    properties: {
      date: { items: ref('day') },
      provider: { items: ref('candidate') },
      act: { items: ref('act') },
      facts: closedMap(Object.fromEntries(facts)),
      readings: closedMap(Object.fromEntries(readings)),
    },
  };
}

function ruleSchema(form: ExpectedForm): JsonSchema {
  const value = { type: ['string', 'number', 'boolean'] };
  const where = {
    when: described(
      notEmpty({ type: 'object', additionalProperties: oneOrMore(value) }),
      'the cells it speaks of: for an axis a value, or a list; all if left out',
    ),
    why: described(ref('text'), 'why that comes of these cells'),
  };
  return {
    if: { type: 'object', required: ['diagnostics'] },
    // oxlint-disable-next-line unicorn/no-thenable -- it is a keyword of JSON Schema, and no schema is awaited
    then: mapLike(REFUSAL_RULE_SHAPE, { ...where, diagnostics: ENTRY_PARTS.diagnostics }),
    else: mapLike(RULE_SHAPE, { ...where, ...form }),
  };
}

function rulesOfWords({ acts }: Pack): JsonSchema {
  const governing = { properties: { governing: { items: ref('version') } } };
  const ofActs = acts.map(({ id, title }) => [id, described(governing, title)] as const);
  return { properties: { ...governing.properties, acts: closedMap(Object.fromEntries(ofActs)) } };
}
