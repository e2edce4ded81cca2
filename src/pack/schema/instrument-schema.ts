import { EFFECTIVE_SHAPE, INSTRUMENT_SHAPE } from '../instruments/resolve-instrument.ts';
import { WAIVER_SHAPE } from '../instruments/read-changes.ts';
import { BASES } from '../pack.ts';
import { amendableKeys } from './clause-definitions.ts';
import { closedMap, described, listOf, mapLike, ref, setOf, type JsonSchema } from './json-schema.ts';

/** The form of an instrument's file. */
export function instrumentSchema(): JsonSchema {
  return mapLike(INSTRUMENT_SHAPE, {
    instrument: described(ref('id'), 'the name by which answers refer to it'),
    title: ref('text'),
    parties: described(setOf(ref('party')), 'who made it'),
    'assented-by': described(setOf(ref('party')), 'who else agreed to it'),
    basis: described({ enum: BASES }, 'what its dates rest on'),
    effective: mapLike(EFFECTIVE_SHAPE, {
      from: described(ref('day'), 'the first day in force'),
      'possibly-from': described(ref('day'), 'an earlier day from which it may have been in force'),
    }),
    ends: described(setOf(ref('clause')), 'clauses that end on the day this instrument starts'),
    amends: described(listOf(amendmentSchema()), 'the keys that change in clauses of other instruments'),
    waives: described(listOf(waiverSchema()), 'carve-outs that it adds to clauses of other instruments'),
    clauses: described(listOf(ref('a-clause')), 'what it adds'),
  });
}

function amendmentSchema(): JsonSchema {
  return closedMap({ clause: ref('clause'), ...amendableKeys() }, ['clause', 'source']);
}

function waiverSchema(): JsonSchema {
  return mapLike(WAIVER_SHAPE, {
    clause: ref('clause'),
    id: ref('id'),
    title: ref('text'),
    when: ref('scope'),
    source: ref('source'),
  });
}
