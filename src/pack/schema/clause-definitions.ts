import { isKindKey, keysOfKind } from '../clauses/clause-kinds.ts';
import {
  CARVE_OUT_SHAPE,
  CEASING_SHAPE,
  CLAUSE_SHAPE,
  ELECTION_SHAPE,
  STEP_SHAPE,
  SUSPENSION_SHAPE,
} from '../clauses/clause-shape.ts';
import { COUNTED_SHAPE } from '../clauses/resolve-counted-day.ts';
import { ALL_BUT_SHAPE, WITHIN_SHAPE } from '../clauses/resolve-roles.ts';
import { SOURCE_SHAPE } from '../clauses/resolve-source.ts';
import { CLAUSE_KINDS, type ClauseKind } from '../../vocabulary/clause-kind.ts';
import { HOLDER_RELATIONS } from '../pack.ts';
import {
  closedMap,
  described,
  hasValue,
  listOf,
  mapLike,
  oneOfWords,
  oneOrMore,
  ref,
  requiredKeys,
  setOf,
  titled,
  wherever,
  type Definitions,
  type JsonSchema,
} from './json-schema.ts';
import { CLAUSE_KEYS, KIND_MEANINGS } from './clause-meanings.ts';
import { procedureSchema } from './procedure-schema.ts';
import { SOURCE_PARTS } from './source-parts.ts';
import { statedSchema } from './stated-schemas.ts';

/** Defines clauses: for each kind the keys that it has, and no others. */
export function clauseDefinitions(): Definitions {
  const kinds = CLAUSE_KINDS.map((kind) => [`clause.${kind}`, clauseOfKind(kind)] as const);
  return { 'a-clause': CLAUSE, ...Object.fromEntries(kinds), ...PARTS };
}

/** The keys that an amendment may change, of whichever kind the clause is. */
export function amendableKeys(): Definitions {
  const entries = Object.entries(keySchemas()).filter(([key]) => key !== 'id' && key !== 'kind');
  return { ...Object.fromEntries(entries), until: { anyOf: [ref('end'), ref('until-step')] } };
}

/** The parts of clauses that promises have too. */
export function sharedDefinitions(): Definitions {
  const { providers = {}, source = {} } = PARTS;
  return { providers, source };
}

/** Which keys belong there is known once the kind is. Until then only those of every clause are proposed. */
const CLAUSE: JsonSchema = {
  type: 'object',
  required: ['kind'],
  properties: { id: ref('id'), number: ref('text'), title: ref('text'), kind: ref('kind') },
  allOf: CLAUSE_KINDS.map((kind) => wherever(hasValue('kind', [kind]), ref(`clause.${kind}`))),
};

function clauseOfKind(kind: ClauseKind): JsonSchema {
  const { needs, may } = keysOfKind(kind);
  const fits = (key: string): boolean => !isKindKey(key) || needs.includes(key) || may.includes(key);
  const parts: Definitions = {
    ...keySchemas(),
    kind: { const: kind, description: KIND_MEANINGS[kind] },
    ...(kind === 'precondition'
      ? { until: described(ref('until-step'), 'what shows that it was taken') }
      : {}),
  };
  const own = Object.fromEntries(Object.entries(parts).filter(([key]) => fits(key)));
  const clause = closedMap(own, [...requiredKeys(CLAUSE_SHAPE), ...needs]);
  return kind === 'permission' ? { ...clause, dependencies: { grantor: ['holder'] } } : clause;
}

function keySchemas(): Definitions {
  const forms: Readonly<Record<keyof typeof CLAUSE_SHAPE.shape, JsonSchema>> = {
    id: ref('id'),
    number: ref('text'),
    title: ref('text'),
    kind: ref('kind'),
    holder: ref('party'),
    grantor: ref('party'),
    act: oneOrMore(ref('act')),
    providers: ref('providers'),
    when: ref('scope'),
    except: listOf(ref('carve-out')),
    notwithstanding: setOf(ref('clause')),
    'subject-to': setOf(ref('clause')),
    after: setOf(ref('clause')),
    from: ref('beginning'),
    until: ref('end'),
    ends: ref('end'),
    survives: ref('stated.period'),
    ceases: listOf(ref('ceasing')),
    suspended: listOf(ref('suspension')),
    sole: ref('stated.flag'),
    'counts-with-holder': ref('stated.counted'),
    procedure: ref('procedure'),
    step: ref('step'),
    'reasonable-if': ref('assessment'),
    duty: ref('text'),
    source: ref('source'),
    'confirmed-by': listOf(ref('source')),
  };
  return Object.fromEntries(
    Object.entries(forms).map(([key, form]) => [
      key,
      described(form, CLAUSE_KEYS[key as keyof typeof CLAUSE_KEYS]),
    ]),
  );
}

const candidates = [
  ref('candidate'),
  setOf(ref('candidate')),
  mapLike(WITHIN_SHAPE, { within: ref('group') }),
];
const named = { id: ref('id'), title: ref('text'), when: ref('scope'), source: ref('source') };
const ANCHORS = [
  titled('the day of an event', closedMap({ event: ref('event') }, ['event'])),
  titled('the day of a date fact', closedMap({ fact: ref('date-fact') }, ['fact'])),
  titled('the first day of an instrument', closedMap({ effective: ref('instrument-id') }, ['effective'])),
  titled('the end of a clause', closedMap({ 'end-of': ref('clause') }, ['end-of'])),
];

const COUNTED = titled('a day counted from another', {
  ...mapLike(COUNTED_SHAPE, {
    after: described(ref('stated.length'), 'so long after it'),
    before: described(ref('stated.length'), 'so long before it'),
    of: { anyOf: [ref('day'), ...ANCHORS] },
    'day-itself': described(
      { enum: ['counts', 'does-not-count'] },
      'whether the day it is counted from is the first of them; left out, it does not count',
    ),
  }),
  oneOf: [{ required: ['after'] }, { required: ['before'] }],
});

const PARTS: Definitions = {
  providers: {
    anyOf: [{ enum: ['any'] }, ...candidates, mapLike(ALL_BUT_SHAPE, { not: { anyOf: candidates } })],
  },
  beginning: { anyOf: [statedSchema(ref('day'), false), COUNTED, ...ANCHORS] },
  end: { anyOf: [ref('stated.day'), COUNTED, ...ANCHORS] },
  'until-step': { anyOf: [ref('scope'), closedMap({ 'consent-of': ref('party') }, ['consent-of'])] },
  'carve-out': mapLike(CARVE_OUT_SHAPE, { ...named, except: listOf(ref('carve-out')) }),
  suspension: mapLike(SUSPENSION_SHAPE, named),
  ceasing: mapLike(CEASING_SHAPE, {
    ...named,
    by: { anyOf: [{ enum: ['automatic'] }, mapLike(ELECTION_SHAPE, { 'election-of': ref('party') })] },
  }),
  source: mapLike(SOURCE_SHAPE, SOURCE_PARTS),
  step: mapLike(STEP_SHAPE, { do: ref('text'), by: ref('party') }),
  kind: oneOfWords(CLAUSE_KINDS.map((id) => ({ id, means: KIND_MEANINGS[id] }))),
  'stated.counted': statedSchema(setOf({ enum: HOLDER_RELATIONS })),
  'stated.stage-length': statedSchema(ref('stage-length')),
  'stated.flag': statedSchema({ type: 'boolean' }, false),
  'stated.period': statedSchema(ref('period')),
  'stated.length': statedSchema(ref('period'), false),
  procedure: procedureSchema(),
};
