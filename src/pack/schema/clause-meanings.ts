import type { ClauseKind } from '../../vocabulary/clause-kind.ts';
import type { CLAUSE_SHAPE } from '../clauses/clause-shape.ts';

/** What editors say of each kind of clause. */
export const KIND_MEANINGS: Readonly<Record<ClauseKind, string>> = {
  exclusivity: 'reserved for the holder',
  'continued-use': 'the holder may go on serving',
  'first-refusal': 'the holder may match what another has offered',
  'first-offer': 'the holder is offered it before others are',
  'first-negotiation': 'the holder is negotiated with before others are',
  permission: 'permits the named candidates',
  prohibition: 'forbids the named candidates',
  precondition: 'not before a step has been taken',
  obligation: 'a duty that is shown and limits nobody',
};

/** What editors say of each key of a clause. */
export const CLAUSE_KEYS: Readonly<Record<keyof typeof CLAUSE_SHAPE.shape, string>> = {
  id: 'the name by which other clauses refer to it',
  number: 'its number in the document, in quotes: YAML drops final zeros',
  title: 'its title in words',
  kind: 'what sort of right or duty it is; decides which keys belong here',
  holder: 'who has the right',
  grantor: 'who gave it, and whose acts it limits',
  act: 'one act, or a list',
  providers: 'the candidates that it names; `any` if left out',
  when: 'the scope; left out, the clause always applies',
  except: 'named carve-outs',
  notwithstanding: 'clauses over which this one prevails',
  'subject-to': 'clauses that prevail over this one',
  after: 'clauses that come first: while one of them stands in the way, this one is silent',
  from: 'the first day in force, where that is later than the start of its instrument',
  until: 'the first day out of force, or an event',
  ends: 'the first day out of force, or an event',
  survives: 'how long it goes on after whatever ends it',
  ceases: 'named ways to lose force for good',
  suspended: 'criteria during which it has no force',
  sole: '`true` where the grantor itself stays free; left out, `false`',
  'counts-with-holder': "who stands in the holder's place; left out, unknown",
  procedure: 'the stages of a first right; what is left out is unknown',
  step: 'what has to happen first, and by whom',
  'reasonable-if': 'the assessment without which a refusal does not count',
  duty: 'the duty in words',
  source: 'where it can be read',
  'confirmed-by': 'further sources',
};
