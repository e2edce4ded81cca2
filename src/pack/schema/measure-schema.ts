import { UNIT } from '../forms/read-number.ts';
import { CALENDAR_PERIODS, WHICH_PERIODS } from '../../vocabulary/measure.ts';
import {
  AMOUNT_SHAPE,
  CARRY_SHAPE,
  HAPPENING_SHAPE,
  MEASURE_SHAPE,
  OVER_SHAPES,
} from '../vocabulary/vocabulary-shapes.ts';
import {
  closedMap,
  declarations,
  described,
  mapLike,
  notEmpty,
  oneOrMore,
  ref,
  setOf,
  textLike,
  type JsonSchema,
} from './json-schema.ts';

const AMOUNT: JsonSchema = {
  ...mapLike(AMOUNT_SHAPE, {
    unit: ref('text'),
    units: notEmpty(
      declarations(
        { type: 'number', exclusiveMinimum: 0 },
        textLike(UNIT.source, 'a unit has no spaces, and does not begin like a number'),
      ),
    ),
  }),
  dependencies: { units: ['unit'] },
};

/** Something dated that measures count. What it names stands in the same file. */
export const HAPPENING: JsonSchema = mapLike(HAPPENING_SHAPE, {
  means: ref('text'),
  amounts: described(notEmpty(declarations(AMOUNT)), 'what of it can be added up'),
  'told-by': described(setOf(ref('text')), 'facts, or `provider`, by which one is told from another'),
});

/** The form of a measure. */
export function measureSchema(): JsonSchema {
  return mapLike(MEASURE_SHAPE, {
    means: ref('text'),
    counts: described(oneOrMore(ref('id')), 'happenings of which each counts as one'),
    sums: described(notEmpty(declarations(ref('id'))), 'happenings, each with the amount that is added up'),
    where: described(notEmpty(declarations(VALUES, ref('text'))), 'what a happening has to be to be counted'),
    by: described(oneOrMore(ref('text')), 'keys for which it is told apart'),
    over: OVER,
    in: described({ anyOf: [{ enum: WHICH_PERIODS }, RUN] }, 'which of the periods is meant'),
    'closes-after': described(ref('duration'), 'how long after its last day a period closes'),
    'carry-forward': mapLike(CARRY_SHAPE, { 'excess-over': { type: 'number', minimum: 0 } }),
    per: described({ enum: ['day'] }, 'the average for each day of the period'),
    'with-request': described(
      { anyOf: [ref('id'), { const: 1 }] },
      'the number by which the request itself counts in, or 1',
    ),
    'share-of': described(ref('text'), 'the measure of which it is the share, in percent'),
  });
}

const VALUES = oneOrMore({ type: ['string', 'boolean'] });

const OVER: JsonSchema = {
  anyOf: [
    mapLike(OVER_SHAPES.every, { every: ref('duration'), from: ref('day'), lasting: ref('duration') }),
    mapLike(OVER_SHAPES.calendar, {
      calendar: { enum: CALENDAR_PERIODS },
      from: ref('day'),
      lasting: ref('duration'),
    }),
    mapLike(OVER_SHAPES.trailing, { trailing: ref('duration') }),
    mapLike(OVER_SHAPES.since, { since: ref('day') }),
  ],
};

const RUN: JsonSchema = {
  ...closedMap({
    'low-for': described(
      { type: 'integer', minimum: 2, maximum: 1000 },
      'so many in a row did not exceed it',
    ),
    'high-for': described(
      { type: 'integer', minimum: 2, maximum: 1000 },
      'so many in a row did not fall below it',
    ),
  }),
  minProperties: 1,
  maxProperties: 1,
};
