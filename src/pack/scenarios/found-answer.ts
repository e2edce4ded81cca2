import type { ActExpectation } from '../scenario.ts';

/** What came of a request for one provider, all of which an expectation may name. */
export interface FoundAnswer extends Required<ActExpectation> {
  readonly acts: Readonly<Record<string, Required<ActExpectation>>>;
}
