import { SOURCE_SHAPE } from '../clauses/resolve-source.ts';
import { WEEKDAYS } from '../../vocabulary/calendar.ts';
import { UNIT } from '../forms/read-number.ts';
import { HAPPENING, measureSchema } from './measure-schema.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import { ASSUMPTIONS, PROMISE_SHAPE, SUPPRESSIBLE, SUPPRESSION_SHAPE } from '../promises/promise-shapes.ts';
import { LANGUAGE } from '../vocabulary/resolve-vocabulary.ts';
import {
  ACT_SHAPE,
  CALENDAR_SHAPE,
  COVERS_SHAPE,
  DOCUMENT_SHAPE,
  ENUM_SHAPE,
  FACT_TYPES,
  GROUP_SHAPE,
  INNER_VALUE_SHAPE,
  NUMBER_SHAPE,
  PACK_SHAPE,
  PARTY_SHAPE,
  ASSESSMENT_SHAPE,
  PLAIN_FACT_SHAPE,
  READING_SHAPE,
  TERM_SHAPE,
} from '../vocabulary/vocabulary-shapes.ts';
import { SOURCE_PARTS } from './source-parts.ts';
import {
  declarations,
  described,
  hasValue,
  listOf,
  mapLike,
  notEmpty,
  oneOrMore,
  ref,
  setOf,
  textLike,
  wherever,
  type Definitions,
  type JsonSchema,
} from './json-schema.ts';

/** The form of `pack.yaml`. What it names it declares itself, so words that the pack did not have are let pass. */
export function packSchema(): JsonSchema {
  return mapLike(PACK_SHAPE, {
    pack: described(ref('id'), 'the name by which scenarios refer to it'),
    language: described({ const: LANGUAGE }, 'the version of the rule language'),
    title: ref('text'),
    disclaimer: described(ref('text'), 'printed with every answer'),
    otherwise: described({ enum: ['permitted'] }, 'what holds where no clause speaks'),
    parties: notEmpty(declarations(PARTY)),
    groups: described(declarations(GROUP), 'named lists of parties, tested with `within`'),
    acts: notEmpty(
      declarations(mapLike(ACT_SHAPE, { title: described(ref('text'), 'a verb phrase after "may"') })),
    ),
    facts: declarations(ref('fact')),
    happenings: described(declarations(HAPPENING), 'what happens on a day, and measures count'),
    measures: described(
      declarations(measureSchema()),
      'what is counted over a period, and tested like a number',
    ),
    terms: described(declarations(TERM), 'scopes under a name, tested with `defined`'),
    readings: described(declarations(READING), 'open questions of interpretation'),
    grades: described(declarations(ref('text'), {}), 'how strong evidence is, strongest first'),
    documents: described(declarations(DOCUMENT), 'what sources cite'),
    calendars: described(declarations(CALENDAR), 'on which days business is done'),
    promises: described(listOf(PROMISE), 'what has to hold of every answer; `check` proves it'),
    suppress: described(listOf(SUPPRESSION), 'findings of `check` that are let stand, each with its reason'),
  });
}

const PARTY = mapLike(PARTY_SHAPE, {
  name: ref('text'),
  provider: described({ type: 'boolean' }, 'whether it is examined when a request names no provider'),
  'affiliate-of': oneOrMore(ref('party')),
});

const GROUP = mapLike(GROUP_SHAPE, { means: ref('text'), parties: setOf(ref('party')) });

const TERM = mapLike(TERM_SHAPE, { means: ref('text'), when: ref('scope') });

const READING: JsonSchema = {
  ...mapLike(READING_SHAPE, {
    question: ref('text'),
    options: notEmpty(declarations(ref('text'))),
    assume: described(ref('text'), 'the option that the pack takes unless a request takes another'),
    because: ref('text'),
  }),
  dependencies: { assume: ['because'], because: ['assume'] },
};

const DOCUMENT = mapLike(DOCUMENT_SHAPE, {
  title: ref('text'),
  date: ref('day'),
  url: textLike(String.raw`^https?://[^\s<>"\\]+$`, 'an address that begins with `https://` belongs here'),
});

const CALENDAR = mapLike(CALENDAR_SHAPE, {
  means: ref('text'),
  closed: described(
    { type: 'array', items: { enum: WEEKDAYS }, uniqueItems: true },
    'days of the week without business',
  ),
  holidays: described(
    { type: 'array', items: ref('day'), uniqueItems: true },
    'further days without business',
  ),
  covers: described(
    mapLike(COVERS_SHAPE, { from: ref('day'), to: ref('day') }),
    'the first and the last day of which it is known',
  ),
  source: mapLike(SOURCE_SHAPE, SOURCE_PARTS),
});

const OUTCOMES = oneOrMore({ enum: SETTLED_OUTCOMES });

const PROMISE: JsonSchema = {
  ...mapLike(PROMISE_SHAPE, {
    id: ref('id'),
    means: described(ref('text'), 'what is promised, in words'),
    actor: ref('party'),
    act: ref('act'),
    providers: described(ref('providers'), 'the candidates of whom it is promised; all of them if left out'),
    when: ref('scope'),
    from: described(ref('day'), 'the first day on which it is promised'),
    until: described(ref('day'), 'the first day on which it is promised no longer'),
    never: described(OUTCOMES, 'outcomes that break it'),
    always: described(OUTCOMES, 'outcomes of which every answer is one'),
    ordinarily: described({ type: 'boolean' }, 'whether it is promised only where no deal is on record'),
    assumptions: described({ enum: ASSUMPTIONS }, 'whether it holds without what the pack assumes, too'),
    source: ref('source'),
  }),
  oneOf: [{ required: ['never'] }, { required: ['always'] }],
};

const SUPPRESSION = mapLike(SUPPRESSION_SHAPE, {
  code: described({ enum: SUPPRESSIBLE }, 'the code of the finding'),
  of: described(ref('text'), 'the id of what the finding is about'),
  because: described(ref('text'), 'why it may stand'),
});

/** Defines facts: for each type the keys that it has. */
export function factDefinitions(): Definitions {
  const question = described(ref('text'), 'what a person is asked');
  const chosenBy = described(oneOrMore(ref('party')), 'the parties that can make it one way or the other');
  const common = { question, 'chosen-by': chosenBy };
  const type = (...types: readonly string[]): JsonSchema => ({ enum: types });
  const values = notEmpty(declarations(ref('enum-value')));
  const units: JsonSchema = declarations(
    { type: 'number', exclusiveMinimum: 0 },
    textLike(UNIT.source, 'a unit has no spaces, and does not begin like a number'),
  );
  const plain = FACT_TYPES.filter((each) => !['enum', 'number', 'assessment'].includes(each));
  const fact = {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: FACT_TYPES }, question },
    allOf: [
      wherever(
        hasValue('type', ['enum']),
        mapLike(ENUM_SHAPE, { type: type('enum'), ...common, values, open: { type: 'boolean' } }),
      ),
      wherever(hasValue('type', ['number']), {
        ...mapLike(NUMBER_SHAPE, {
          type: type('number'),
          ...common,
          unit: ref('text'),
          units: notEmpty(units),
        }),
        dependencies: { units: ['unit'] },
      }),
      wherever(
        hasValue('type', ['assessment']),
        mapLike(ASSESSMENT_SHAPE, { type: type('assessment'), question }),
      ),
      wherever(hasValue('type', plain), mapLike(PLAIN_FACT_SHAPE, { type: type(...plain), ...common })),
    ],
  };
  const inner = mapLike(INNER_VALUE_SHAPE, { means: ref('text'), within: values });
  return { fact, 'enum-value': { anyOf: [ref('text'), inner] } };
}
