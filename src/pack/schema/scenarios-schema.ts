import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import type { Pack } from '../pack.ts';
import { OUTCOMES } from '../scenarios/resolve-expectation.ts';
import {
  ACT_EXPECTATION_SHAPE,
  EXPECTATION_SHAPE,
  SCENARIO_FILE_SHAPE,
  SCENARIO_SHAPE,
} from '../scenarios/scenario-shapes.ts';
import {
  closedMap,
  declarations,
  described,
  listOf,
  mapLike,
  notEmpty,
  oneOfWords,
  ref,
  setOf,
  type Definitions,
  type JsonSchema,
} from './json-schema.ts';
import { ENTRY_PARTS, EXPECTS } from './entry-parts.ts';
import { matrixDefinitions } from './matrix-schema.ts';
import { factWords, partyWords, readingWords } from './word-definitions.ts';

/** The form of a file of scenarios for the pack. */
export function scenariosSchema({ id, title }: Pack): JsonSchema {
  return mapLike(SCENARIO_FILE_SHAPE, {
    pack: oneOfWords([{ id, means: title }]),
    deals: described(
      notEmpty(declarations({ anyOf: [ref('request-part'), notEmpty({ type: 'object' })] })),
      'parts of requests under a name, for the axis `deal` of matrices',
    ),
    scenarios: listOf(ENTRY),
  });
}

/**
 * Defines the form of a scenario. What it says of the pack's words is not checked while it is pending, nor is a request
 * that must be refused.
 */
export function scenarioDefinitions(pack: Pack): Definitions {
  const ofText = (governing: JsonSchema): JsonSchema => ({
    type: 'array',
    uniqueItems: true,
    items: governing,
  });
  const form = { governing: ofText(ref('text')), ...expectedParts(pack) };
  const acts = notEmpty({ type: 'object', additionalProperties: mapLike(ACT_EXPECTATION_SHAPE, form) });
  return {
    ...matrixDefinitions(pack, { ...form, acts }),
    scenario: SCENARIO,
    expectation: mapLike(EXPECTATION_SHAPE, { ...form, acts }),
    expected: expectedOf(pack),
  };
}

/** Which keys belong there hangs on whether it is a matrix. Until it is, those of a single scenario are proposed. */
const ENTRY: JsonSchema = {
  if: { type: 'object', required: ['matrix'] },
  // oxlint-disable-next-line unicorn/no-thenable -- it is a keyword of JSON Schema, and no schema is awaited
  then: ref('matrix-entry'),
  else: ref('scenario'),
};

const SCENARIO: JsonSchema = {
  ...mapLike(SCENARIO_SHAPE, {
    ...ENTRY_PARTS,
    expect: notEmpty({ type: 'object', additionalProperties: ref('expectation') }),
  }),
  ...EXPECTS,
  if: { anyOf: [{ required: ['diagnostics'] }, { required: ['pending'] }] },
  else: { properties: { request: ref('request'), expect: ref('expected') } },
};

function expectedParts(pack: Pack) {
  const known = oneOfWords([...factWords(pack), ...readingWords(pack)]);
  return {
    outcome: { enum: OUTCOMES },
    possible: setOf({ enum: SETTLED_OUTCOMES }),
    'turns-on': { type: 'array', uniqueItems: true, items: { anyOf: [known, ref('text')] } },
  };
}

/** The words of the pack in what is expected. */
function expectedOf(pack: Pack): JsonSchema {
  const governing = { properties: { governing: { items: ref('version') } } };
  const acts = pack.acts.map(({ id, title }) => [id, described(governing, title)] as const);
  const answer = { properties: { ...governing.properties, acts: closedMap(Object.fromEntries(acts)) } };
  const words = partyWords(pack, 'candidates').map(
    ({ id, means }) => [id, described(answer, means)] as const,
  );
  return closedMap(Object.fromEntries(words));
}
