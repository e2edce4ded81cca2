import type { ScalarContext } from '../forms/scalar-context.ts';
import type { Pack } from '../pack.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What resolving a request needs to know of its pack. */
export interface RequestContext extends ScalarContext {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
}
