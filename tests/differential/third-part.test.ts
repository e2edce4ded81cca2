import { describe, test } from 'vitest';

import { expectAgreement } from '../support/differential-part.ts';

describe('evaluate, compiled packs, the rules engine and the naive evaluator', () => {
  test('agree on the third part of the pairs', { timeout: 600_000 }, () => expectAgreement(3));
});
