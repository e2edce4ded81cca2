import { CATALOGUE } from '../../diagnostics/catalogue.ts';
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
import { factWords, partyWords, readingWords } from './word-definitions.ts';

/** The form of a file of scenarios for the pack. */
export function scenariosSchema({ id, title }: Pack): JsonSchema {
  return mapLike(SCENARIO_FILE_SHAPE, {
    pack: oneOfWords([{ id, means: title }]),
    scenarios: listOf(ref('scenario')),
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
    scenario: SCENARIO,
    expectation: mapLike(EXPECTATION_SHAPE, { ...form, acts }),
    expected: expectedOf(pack),
  };
}

const codes = Object.entries(CATALOGUE).map(([id, [means]]) => ({ id, means }));

const SCENARIO: JsonSchema = {
  ...mapLike(SCENARIO_SHAPE, {
    id: ref('id'),
    why: described(ref('text'), 'what the scenario shows'),
    request: { type: 'object' },
    assumptions: { enum: ['as-stated', 'open'] },
    pending: described(ref('text'), 'why it is not run yet'),
    expect: notEmpty({ type: 'object', additionalProperties: ref('expectation') }),
    diagnostics: described(setOf(oneOfWords(codes)), 'why the request must be refused'),
  }),
  anyOf: [{ required: ['expect'] }, { required: ['diagnostics'] }, { required: ['pending'] }],
  not: { required: ['expect', 'diagnostics'] },
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
