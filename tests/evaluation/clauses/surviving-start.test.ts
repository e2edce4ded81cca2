import { expect, test } from 'vitest';

import { evaluateRequest } from '../../../src/evaluation/evaluate-request.ts';
import { EXCLUSIVITY, SOURCE, VOCABULARY } from '../../support/judged-question.ts';
import { checkedRequest, loadedPack } from '../../support/load-documents.ts';

const PACK = loadedPack({
  'pack.yaml': VOCABULARY,
  'deed.yaml': `
instrument: deed-1
title: Deed
parties: [buyer, incumbent]
basis: text
effective: { from: 2024-01-01 }
clauses:
${EXCLUSIVITY.slice(0, -1)}, survives: 3 months }
`,
  'amendment.yaml': `
instrument: deed-2
title: Amendment
parties: [buyer, incumbent]
basis: announcement
effective: { from: 2025-06-01, possibly-from: 2025-01-01 }
ends: [exclusive]
clauses:
- { id: permit, title: Permit, kind: permission, act: procure, ${SOURCE} }
`,
});

test.each([
  ['2025-03-01', ['prohibited', 'conflicted']],
  ['2025-05-01', ['prohibited', 'conflicted', 'permitted']],
])(
  'on %s a start that is uncertain may have ended a right that survives it for a while',
  async (date, possible) => {
    const request = checkedRequest(PACK, { actor: 'buyer', date, acts: ['procure'], providers: ['rival'] });

    const { answers } = await evaluateRequest(PACK, request);

    expect(answers[0]?.possible).toEqual(possible);
    expect(answers[0]?.turnsOn.map(({ id }) => id)).toEqual(['deed-2.effective']);
  },
);
