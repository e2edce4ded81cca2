import * as z from 'zod';
import { CLAUSE_KINDS } from '../../vocabulary/clause-kind.ts';
import { anything, fullList, fullMap, oneOf, text } from '../forms/shape-leaves.ts';

const wherever = anything.exactOptional();

/** The shape of a clause. Which keys go with which kind is another check. */
export const CLAUSE_SHAPE = z.strictObject({
  id: anything,
  number: wherever,
  title: text,
  kind: oneOf(CLAUSE_KINDS),
  holder: wherever,
  grantor: wherever,
  act: anything,
  providers: wherever,
  when: wherever,
  except: fullList.exactOptional(),
  notwithstanding: fullList.exactOptional(),
  'subject-to': fullList.exactOptional(),
  after: fullList.exactOptional(),
  from: wherever,
  until: wherever,
  ends: wherever,
  survives: wherever,
  ceases: fullList.exactOptional(),
  suspended: fullList.exactOptional(),
  sole: wherever,
  'counts-with-holder': wherever,
  procedure: wherever,
  step: fullMap.exactOptional(),
  'reasonable-if': wherever,
  duty: text.exactOptional(),
  source: fullMap,
  'confirmed-by': fullList.exactOptional(),
});

export const CARVE_OUT_SHAPE = z.strictObject({
  id: anything,
  title: text.exactOptional(),
  when: anything,
  except: fullList.exactOptional(),
  source: fullMap.exactOptional(),
});

/** What suspends a clause does so by itself. */
export const SUSPENSION_SHAPE = z.strictObject({
  id: anything,
  title: text.exactOptional(),
  when: anything,
  source: fullMap.exactOptional(),
});

export const CEASING_SHAPE = z.strictObject({ ...SUSPENSION_SHAPE.shape, by: wherever });

export const ELECTION_SHAPE = z.strictObject({ 'election-of': anything });

export const STEP_SHAPE = z.strictObject({ do: text, by: anything });
