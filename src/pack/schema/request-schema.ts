import { electionsIn } from '../requests/read-elections.ts';
import {
  ASSESSMENT_SHAPE,
  EVENT_SHAPES,
  LARGEST_FIGURE,
  NUMBERS_SHAPE,
  OPPORTUNITY_SHAPE,
  PART_TAKEN_SHAPE,
  REQUEST_SHAPE,
} from '../requests/request-shapes.ts';
import { holdersOfFirstRights } from '../requests/resolve-event.ts';
import { isTree } from '../forms/value-tree.ts';
import type { FactType, Pack } from '../pack.ts';
import {
  closedMap,
  described,
  mapLike,
  mapOfWords,
  oneOfWords,
  oneOrMore,
  ref,
  setOf,
  titled,
  type Definitions,
  type JsonSchema,
} from './json-schema.ts';
import { happenedDefinitions } from './happened-schema.ts';
import { valueOf } from './scope-definitions.ts';
import { termMap } from './term-map.ts';
import { valueSchema } from './value-schemas.ts';
import { factWords, partyWords } from './word-definitions.ts';

/** Defines the form of a request to the pack. */
export function requestDefinitions(pack: Pack): Definitions {
  const elections = [...electionsIn(pack).keys()].map((id) => ({ id, means: 'the day, or `not-made`' }));
  const made = { anyOf: [ref('day'), { enum: ['not-made'] }] };
  const { required, ...part } = mapLike(REQUEST_SHAPE, {
    actor: described(ref('party'), 'who acts'),
    date: described(ref('day'), 'the day the act is done'),
    acts: described(setOf(ref('act')), 'what is to be done'),
    providers: described(setOf(ref('candidate')), 'whom to examine; all providers of the pack if left out'),
    facts: factsSchema(pack),
    divisible: described(
      oneOrMore(oneOfWords(factWords(pack, 'number'))),
      'stated numbers of which less would do',
    ),
    readings: readingsSchema(pack),
    opportunity: ref('opportunity'),
    happened: ref('happened'),
    through: described(ref('party'), 'the party whose subcontractor the candidate is'),
    designees: mapOfWords(partyWords(pack, 'declared'), setOf(ref('party'))),
    assessments: mapOfWords(factWords(pack, 'assessment'), ref('assessed')),
    elections: mapOfWords(elections, made),
  });
  return {
    request: { required, allOf: [ref('request-part')] },
    'request-part': part,
    ...happenedDefinitions(pack),
    opportunity: OPPORTUNITY,
    record: recordSchema(pack),
    assessed: ASSESSED,
  };
}

const OPPORTUNITY = mapLike(OPPORTUNITY_SHAPE, {
  id: ref('text'),
  counterparty: ref('candidate'),
  'complete-to': described(ref('day'), 'the last day on which a missing event did not happen'),
  events: { type: 'array', items: ref('record') },
});

const ASSESSED = mapLike(ASSESSMENT_SHAPE, {
  finding: { type: 'boolean' },
  by: described(ref('text'), 'who found it'),
  on: ref('day'),
});

function factsSchema(pack: Pack): JsonSchema {
  return described(closedMap(factSchemas(pack)), 'what is known; what is left out is unknown');
}

/** The values of each fact that a request may state. */
export function factSchemas({ facts }: Pack): Definitions {
  const stated = facts.filter(({ type, measure }) => type.is !== 'assessment' && measure === undefined);
  const unknown = oneOfWords([{ id: 'unknown', means: 'as if it were left out' }]);
  const entries = stated.map(({ id, question, type }) => {
    return [id, { description: question, anyOf: [factValue(id, type), unknown] }] as const;
  });
  return Object.fromEntries(entries);
}

/** A request may know a subject only as far as an inner value, and an event that no scope tests. */
function factValue(id: string, type: FactType): JsonSchema {
  const isOfItsOwn = type.is === 'event' || (type.is === 'enum' && isTree(type));
  return isOfItsOwn ? valueSchema(type) : ref(valueOf(id));
}

function readingsSchema({ readings }: Pack): JsonSchema {
  const entries = readings.map((reading) => {
    return [reading.id, described(ref(valueOf(reading.id)), reading.question)] as const;
  });
  return described(closedMap(Object.fromEntries(entries)), 'sides taken in open questions');
}

/** One event of a record. Whose notice it is may be left out where the pack has one holder of first rights. */
function recordSchema(pack: Pack): JsonSchema {
  const day = ref('day');
  const by = ref('party');
  const named = holdersOfFirstRights(pack).length === 1 ? [] : ['to', 'by'];
  const held = ({ required, ...event }: JsonSchema): JsonSchema => {
    const { properties } = event as { readonly properties: Definitions };
    const demanded = named.filter((key) => Object.hasOwn(properties, key));
    return { ...event, required: [...(required as readonly string[]), ...demanded] };
  };
  const events: Readonly<Record<keyof typeof EVENT_SHAPES, JsonSchema>> = {
    intent: mapLike(EVENT_SHAPES.intent, { intent: day }),
    'letter-of-intent': mapLike(EVENT_SHAPES['letter-of-intent'], { 'letter-of-intent': day }),
    offer: mapLike(EVENT_SHAPES.offer, { offer: day }),
    notice: held(noticeSchema(pack)),
    'information-request': held(
      mapLike(EVENT_SHAPES['information-request'], { 'information-request': day, by }),
    ),
    information: held(mapLike(EVENT_SHAPES.information, { information: day, to: by })),
    decline: held(mapLike(EVENT_SHAPES.decline, { decline: day, by })),
    interest: held(mapLike(EVENT_SHAPES.interest, { interest: day, by })),
    agreement: held(mapLike(EVENT_SHAPES.agreement, { agreement: day, by })),
    exercise: held(
      mapLike(EVENT_SHAPES.exercise, { exercise: day, by, takes: partSchema(pack), differs: TERM_CHANGES }),
    ),
    change: mapLike(EVENT_SHAPES.change, { change: day, of: TERM_CHANGES }),
    consent: mapLike(EVENT_SHAPES.consent, { consent: day, by }),
    refusal: mapLike(EVENT_SHAPES.refusal, { refusal: day, by }),
    waiver: WAIVER,
    signature: mapLike(EVENT_SHAPES.signature, { signature: day }),
  };
  return { anyOf: Object.entries(events).map(([kind, event]) => titled(kind, event)) };
}

function noticeSchema(pack: Pack): JsonSchema {
  const contents = contentsSchema(pack);
  return mapLike(EVENT_SHAPES.notice, {
    notice: ref('day'),
    to: ref('party'),
    contains: contents,
    'may-contain': described({ ...contents, minItems: 1 }, 'what it is not clear whether it contained'),
    given: ref('day'),
  });
}

const WAIVER = mapLike(EVENT_SHAPES.waiver, {
  waiver: ref('day'),
  by: ref('party'),
  of: described(setOf(ref('clause')), 'the clauses that it speaks of; all that is owed if left out'),
  'any-terms': { type: 'boolean' },
});

const FIGURE: JsonSchema = { type: 'number', minimum: -LARGEST_FIGURE, maximum: LARGEST_FIGURE };

const TERM_CHANGES: JsonSchema = termMap({
  anyOf: [mapLike(NUMBERS_SHAPE, { from: FIGURE, to: FIGURE }), { enum: ['lower', 'higher', 'changed'] }],
});

/** What a holder takes of one quantity. */
function partSchema(pack: Pack): JsonSchema {
  const quantities = pack.facts.flatMap(({ id, question, type }) => {
    if (type.is !== 'number') return [];
    const amount = valueSchema(type);
    return [[id, described(mapLike(PART_TAKEN_SHAPE, { taken: amount, of: amount }), question)] as const];
  });
  return { ...closedMap(Object.fromEntries(quantities)), minProperties: 1, maxProperties: 1 };
}

/** Proposes what clauses ask a notice to contain; it may contain more. */
function contentsSchema({ clauses }: Pack): JsonSchema {
  const asked = clauses.flatMap(({ procedure }) => {
    const stated = procedure?.requires.stated;
    if (stated === undefined || stated.is === 'unknown') return [];
    if (stated.is === 'by-reading') return Object.values(stated.of);
    return stated.is === 'assumed' ? [stated.limit] : [stated];
  });
  const contents = new Set(asked.flatMap((limit) => (limit.is === 'set' ? limit.value : [])));
  const words = [...contents].map((id) => ({ id, means: 'a clause asks for it' }));
  return { type: 'array', uniqueItems: true, items: { anyOf: [oneOfWords(words), ref('text')] } };
}
