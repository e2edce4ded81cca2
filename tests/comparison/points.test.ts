import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JointAct, JointDiagrams } from '../../src/comparison/joint/joint-diagrams.ts';
import { viewOf } from '../../src/comparison/joint/possible-diagram.ts';
import { changedOutcomes } from '../../src/comparison/regions/changed-outcomes.ts';
import { changedRegions, type ChangedRegion } from '../../src/comparison/regions/changed-regions.ts';
import type { Sided } from '../../src/comparison/sides.ts';
import { isBeyondRequests } from '../../src/comparison/witnesses/expected.ts';
import type { Case } from '../../src/comparison/witnesses/point.ts';
import { requestDocument } from '../../src/comparison/witnesses/request-document.ts';
import { BudgetSpent, FALSE, type Diagram } from '../../src/diagram/algebra/diagrams.ts';
import { cubeDiagram } from '../../src/diagram/regions/cube.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkRequest } from '../../src/pack/check-request.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { jointOf, loadBoth, twoPacks } from './generated-pairs.ts';

const draws = fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 });

describe('a request drawn at random', () => {
  test('is answered otherwise exactly where some statement says so', async () => {
    const seen = { same: 0, different: 0, gaveUp: 0 };
    await fc.assert(
      fc.asyncProperty(
        twoPacks,
        fc.array(draws, { minLength: 6, maxLength: 6 }),
        async (documents, drawn) => {
          const packs = loadBoth(documents);
          const joint = jointOf({ packs });
          const regions = allRegions(joint);
          if (regions === undefined) {
            seen.gaveUp += 1;
            return;
          }
          for (const [place, draw] of drawn.entries()) {
            const asked = await ask(joint, draw, packs);
            if (asked === undefined) continue;
            const { of, found, differs } = asked;
            const told = joint.diagrams.and(toldOf(joint, of, regions), caseDiagram(joint, found));
            const isTold = told !== FALSE;

            expect({ place, differs: differs && !isTold }).toEqual({ place, differs: false });
            if (isSettled(joint, found)) expect({ place, isTold }).toEqual({ place, isTold: differs });
            seen[differs ? 'different' : 'same'] += 1;
          }
        },
      ),
      { numRuns: 60, seed: 20_260_427, endOnFailure: true },
    );
    expect(seen.different).toBeGreaterThan(8);
    expect(seen.same).toBeGreaterThan(20);
    expect(seen.gaveUp).toBeLessThan(12);
  }, 120_000);
});

/** Puts a case drawn at random to both packs; `undefined` where one of them cannot be asked, or answers only in bounds. */
async function ask(
  joint: JointDiagrams,
  draw: readonly number[],
  packs: Sided<Pack>,
): Promise<Asked | undefined> {
  const of = joint.acts[(draw[0] ?? 0) % joint.acts.length];
  const found = of && caseFrom(joint, draw);
  if (of === undefined || found === undefined) return undefined;
  const before = await answer(joint, of, found, 'before', packs);
  const after = await answer(joint, of, found, 'after', packs);
  if (before === undefined || after === undefined) return undefined;
  return { of, found, differs: before !== after };
}

interface Asked {
  readonly of: JointAct;
  readonly found: Case;
  readonly differs: boolean;
}

/** Every region in which an outcome changes; `undefined` of packs that have too many, of which a comparison says so. */
function allRegions(joint: JointDiagrams): readonly ChangedRegion[] | undefined {
  try {
    const { regions, unlisted } = changedRegions(joint, changedOutcomes(joint), MOST);
    return unlisted === 0 ? regions : undefined;
  } catch (error) {
    if (error instanceof BudgetSpent) return undefined;
    throw error;
  }
}

/** More regions take minutes to tell apart, of a few packs that are drawn. */
const MOST = 400;

/** Draws a class for each level; deals are left out, for not every state is one that events lead to. */
function caseFrom(joint: JointDiagrams, draw: readonly number[]): Case | undefined {
  const { diagrams, variables, stated } = joint;
  const point = new Map<number, number>();
  let dateClass = 0;
  variables.forEach((variable, level) => {
    const { about } = viewOf(variable);
    const klass = ['state', 'counterparty', 'consent', 'waiver'].includes(about.is)
      ? 0
      : (draw[(level + 1) % draw.length] ?? 0) % diagrams.widthOf(level);
    point.set(level, klass);
    if (about.is === 'date') dateClass = klass;
  });
  const found = { point, dateClass };
  return diagrams.and(stated, caseDiagram(joint, found)) === FALSE ? undefined : found;
}

/** Where a case is, whatever no request can settle may be. */
function caseDiagram({ diagrams, variables, stated }: JointDiagrams, { point }: Case): Diagram {
  const settled = [...point].filter(([level]) => {
    const variable = variables[level];
    return variable !== undefined && !isBeyondRequests(variable.key, viewOf(variable));
  });
  const cube = settled.map(
    ([level, klass]) =>
      [level, Array.from({ length: diagrams.widthOf(level) }, (_, each) => each === klass)] as const,
  );
  return diagrams.and(stated, cubeDiagram(diagrams, new Map(cube)));
}

function isSettled({ variables }: JointDiagrams, { point }: Case): boolean {
  return [...point.keys()].every((level) => {
    const variable = variables[level];
    return variable !== undefined && !isBeyondRequests(variable.key, viewOf(variable));
  });
}

function toldOf(
  { diagrams, ordinary }: JointDiagrams,
  { actor, act, candidate }: JointAct,
  regions: readonly ChangedRegion[],
): Diagram {
  const own = regions.filter(
    (region) => region.actor === actor && region.acts.includes(act) && region.candidates.includes(candidate),
  );
  return diagrams.any(
    own.map(({ cube, ordinarily }) =>
      diagrams.all([cubeDiagram(diagrams, cube), ...(ordinarily ? [ordinary] : [])]),
    ),
  );
}

async function answer(
  joint: JointDiagrams,
  of: JointAct,
  found: Case,
  side: 'before' | 'after',
  packs: Readonly<Record<'before' | 'after', Pack>>,
): Promise<string | undefined> {
  const request = requestDocument(joint, of, found, side);
  const checked = request && checkRequest(packs[side], request);
  if (checked?.ok !== true) return undefined;
  const { answers } = await evaluateRequest(packs[side], checked.value);
  return answers[0]?.bounded === true ? undefined : answers[0]?.possible.join();
}
