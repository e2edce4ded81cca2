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
  until: wherever,
  procedure: wherever,
  step: fullMap.exactOptional(),
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

export const STEP_SHAPE = z.strictObject({ do: text, by: anything });
