import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { readRequest } from '../../src/pack/check-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { findUnlocks } from '../../src/unlock/find-unlocks.ts';
import { openSearch } from '../../src/unlock/search/search-all-days.ts';
import type { ChangeNeeded, Unlock, Way } from '../../src/unlock/unlocks.ts';
import { valueOf } from '../pack/good-pack.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCENARIOS = path.join(ROOT, 'fixtures/openai/scenarios');
const pack = valueOf(await loadPack(path.join(ROOT, 'rules/openai')));

const scenarios = readdirSync(SCENARIOS).flatMap((name) => {
  const file = valueOf(readScenarios(readFileSync(path.join(SCENARIOS, name), 'utf8'), name));
  return file.scenarios;
});

/** A hypothetical request of the reference by its number, or one of the requests that come with the pack. */
function requestNamed(name: string): Request {
  const scenario = scenarios.find(({ id }) => id === name);
  if (scenario !== undefined) return valueOf(checkScenarioRequest(pack, scenario));
  const file = path.join(ROOT, 'fixtures/openai/requests', `${name}.yaml`);
  return valueOf(readRequest(pack, readFileSync(file, 'utf8'), file));
}

async function unlocksOf(name: string, atMost: number): Promise<readonly Unlock[]> {
  const request = requestNamed(name);
  return findUnlocks(pack, request, await evaluateRequest(pack, request), atMost);
}

/** `build=own + workload=training|research`, `notice microsoft + silence microsoft → 2025-04-10`. */
function short({ changes, day }: Way, asked: string): string {
  return `${changes.map(shortChange).join(' + ')}${day === asked ? '' : ` → ${day}`}`;
}

function shortChange({ kind, id, values = [] }: ChangeNeeded): string {
  if (kind === 'time') return 'wait';
  if (kind === 'route') return `through ${values.join('|')}`;
  return values.length > 0 ? `${id}=${values.join('|')}` : `${kind} ${id}`;
}

const COUNTED = 'affiliates, designees, subcontractors';

/** What lets capacity be bought that is new and subject to Microsoft's first refusal. */
const FROM_FIRST_REFUSAL = [
  'through microsoft',
  'capacity=existing',
  'waiver microsoft',
  'notice microsoft + decline microsoft',
  `designation microsoft + first-refusal-new-capacity.counts-with-holder=${COUNTED}`,
  'capacity=chips + D-09=not-capacity',
  'wait → 2025-10-28',
];

/** By request, with the day asked about: every set of at most two changes, as it follows from the reference. */
const EXPECTED: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'Q03',
    '2025-02-15',
    [
      ...FROM_FIRST_REFUSAL,
      'notice microsoft + silence microsoft → 2025-03-18',
      'build=own + workload=training|research',
      'build=own + D-07=portfolio',
      'workload=training|research + D-06=any-build',
      'D-06=any-build + D-07=portfolio',
      'capacity=renewal|call-off + D-08=net-new-only',
    ],
  ],
  [
    'Q04',
    '2025-03-10',
    [
      ...FROM_FIRST_REFUSAL,
      'notice microsoft + silence microsoft → 2025-04-10',
      'build=own + workload=training|research',
      'build=own + D-07=portfolio',
      'capacity=renewal|call-off + D-08=net-new-only',
    ],
  ],
  [
    'Q07',
    '2024-09-01',
    [
      'through microsoft',
      'waiver microsoft',
      `designation microsoft + exclusive-cloud-2023.counts-with-holder=${COUNTED}`,
      'build=own + wait → 2025-01-21',
      'capacity=existing + wait → 2025-01-21',
      'wait + D-06=any-build → 2025-01-21',
      'wait → 2025-10-28',
    ],
  ],
  [
    'Q11',
    '2025-09-01',
    [...FROM_FIRST_REFUSAL, 'notice microsoft + silence microsoft → 2025-10-02', 'D-08=net-new-only'],
  ],
  [
    'Q13',
    '2025-11-03',
    [
      'through microsoft',
      'capacity=existing',
      'waiver microsoft',
      'decline microsoft',
      'silence microsoft → 2025-11-20',
      'D-11=extinguished',
      `designation microsoft + first-refusal-new-capacity.counts-with-holder=${COUNTED}`,
      'capacity=renewal|call-off + D-08=net-new-only',
      'capacity=chips + D-09=not-capacity',
    ],
  ],
  [
    'Q24',
    '2026-07-01',
    [
      'channel=direct',
      'waiver aws',
      `through aws + frontier-through-aws.counts-with-holder=${COUNTED}`,
      `designation aws + frontier-through-aws.counts-with-holder=${COUNTED}`,
      'product=api|stateful-runtime|application|custom-model',
      'product=open-weights',
    ],
  ],
  [
    'bedrock-api',
    '2026-03-10',
    [
      'through microsoft',
      'waiver microsoft',
      'azure-launch=earlier + wait → 2026-04-27',
      'customer=us-defence-or-intelligence',
      'product=application',
      'inference-location=azure + product=stateful-runtime|frontier-platform',
      'product=stateful-runtime|frontier-platform + D-01=outside',
      'product=custom-model + D-13=internal-product',
      'product=custom-model + development=own',
      'product=open-weights + weights-criteria-shown=yes',
    ],
  ],
  [
    'aws-first-launch',
    '2026-06-01',
    [
      'azure-launch=earlier',
      'waiver microsoft',
      'azure-launch=same-day + D-15=same-day-suffices',
      'azure-launch=earlier-version + D-16=new-products-only',
      'microsoft-willing=no + D-14=either-suffices',
      'microsoft-able=no + D-14=either-suffices',
      'microsoft-willing=no + microsoft-able=no',
    ],
  ],
  [
    'capacity-on-the-boundary',
    '2025-01-19',
    [
      'through microsoft',
      'waiver microsoft',
      'notice microsoft + silence microsoft → 2025-02-19',
      'wait → 2025-10-28',
      'capacity=existing + wait → 2025-01-21',
      'capacity=existing + amendment-2025=in force from 2025-01-14',
    ],
  ],
];

describe('what would let a provider serve under the shipped pack', () => {
  test.each(EXPECTED)('is found for %s, asked on %s', async (name, asked, expected) => {
    const [unlock] = await unlocksOf(name, 2);

    const ways = unlock?.ways.map((way) => short(way, asked)) ?? [];
    expect(ways.toSorted()).toEqual(expected.toSorted());
    expect(unlock).toMatchObject({ complete: true, gaveUp: [] });
  });

  test('holds every smaller set among larger ones, and no set that holds another', async () => {
    const [[small], [large]] = [await unlocksOf('Q04', 1), await unlocksOf('Q04', 3)];

    const one = small?.ways.map((way) => short(way, '2025-03-10')) ?? [];
    const three = large?.ways.map((way) => short(way, '2025-03-10')) ?? [];
    expect(three).toEqual(expect.arrayContaining(one));
    expect(three.filter((way) => way.includes('waiver microsoft'))).toEqual(['waiver microsoft']);
  });

  test('says on what a silence rests, what it lifts, and until when it frees', async () => {
    const [unlock] = await unlocksOf('coreweave-window-open', 1);

    expect(unlock?.ways.find(({ changes }) => changes[0]?.kind === 'silence')).toEqual({
      source: 'party',
      changes: [
        {
          kind: 'silence',
          source: 'party',
          id: 'microsoft',
          by: { id: 'microsoft', name: 'Microsoft (Azure)' },
          on: '2025-03-31',
          says: 'Microsoft (Azure) stays silent until 2025-03-31, its last day to answer',
        },
      ],
      day: '2025-04-01',
      until: '2025-06-29',
      lifts: [
        {
          clause: 'first-refusal-new-capacity',
          number: 'CL25A-1',
          title: 'First refusal on new capacity',
          how: 'releases the deal from 2025-04-01 until 2025-06-29',
        },
      ],
      restsOn: ['first-refusal-new-capacity.response.within', 'first-refusal-new-capacity.response.silence'],
    });
  });

  test('is looked for on as many days as there are nodes for, and the rest is named', () => {
    const { sets, gaveUp } = openSearch(pack, requestNamed('Q04'), 2, 1)('coreweave');

    expect(gaveUp).toEqual([expect.stringMatching(/^days from 2025-\d\d-\d\d on$/u)]);
    expect(sets.every(({ waits }) => !waits)).toBe(true);
    expect(sets.length).toBeGreaterThan(5);
  });

  test('is asked of nobody who may serve already', async () => {
    expect(await unlocksOf('Q01', 2)).toEqual([]);
  });
});
