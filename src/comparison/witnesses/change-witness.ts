import type { ActAnswer } from '../../evaluation/decision.ts';
import { evaluateRequest } from '../../evaluation/evaluate-request.ts';
import { checkRequest } from '../../pack/check-request.ts';
import type { Pack } from '../../pack/pack.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { AskedSide, ChangeWitness } from '../comparison.ts';
import type { JointDiagrams } from '../joint/joint-diagrams.ts';
import { viewOf } from '../joint/possible-diagram.ts';
import type { ChangedRegion } from '../regions/changed-regions.ts';
import { SIDES, type Side } from '../sides.ts';
import { expectedIn } from './expected.ts';
import { caseOf, type Case } from './point.ts';
import { requestDocument } from './request-document.ts';

/** Thrown where a pack answers a request otherwise than the comparison says: a mistake of ours, never a statement. */
class ComparisonDisagrees extends Error {
  override readonly name = 'ComparisonDisagrees';
}

/**
 * Gives a request in which a change shows, and holds what both packs answer against what was said. There is none where the
 * case needs a record of events, or of what measures count, that could not be written down.
 */
export async function changeWitness(
  joint: JointDiagrams,
  region: ChangedRegion,
): Promise<ChangeWitness | undefined> {
  const found = caseOf(joint, region);
  if (found === undefined || restsOnMeasures(joint, found)) return undefined;
  const [before, after] = [
    await ask(joint, region, found, 'before'),
    await ask(joint, region, found, 'after'),
  ];
  return before === undefined || after === undefined ? undefined : { before, after };
}

async function ask(
  joint: JointDiagrams,
  region: ChangedRegion,
  found: Case,
  side: Side,
): Promise<AskedSide | undefined> {
  const expected = expectedIn(joint, region.first, found, side);
  if (!expected.includes(region[side])) throw disagreement(region, side, { expected });
  const request = requestDocument(joint, region.first, found, side);
  if (request === undefined) return { possible: expected };
  const answer = await answerTo(joint.words.packs[side], request);
  if ('diagnostics' in answer) throw disagreement(region, side, { request, ...answer });
  const { possible, bounded } = answer;
  if (isSame(expected, possible)) return { request, possible };
  const isWider = bounded === true && expected.every((each) => possible.includes(each));
  if (isWider || restsOnEvents(joint, found)) return undefined;
  throw disagreement(region, side, { request, expected, possible });
}

/** What a pack answers about the one act and provider of a request, or why it will not. */
async function answerTo(pack: Pack, request: object): Promise<ActAnswer | { readonly diagnostics: object }> {
  const checked = checkRequest(pack, request);
  if (!checked.ok) return { diagnostics: checked.diagnostics };
  const { answers } = await evaluateRequest(pack, checked.value);
  const answer = answers[0]?.acts[0];
  if (answer === undefined) throw new Error('a request about one act has no answer');
  return answer;
}

function isSame(one: readonly SettledOutcome[], other: readonly SettledOutcome[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}

/** True where a case is that something comes to a number of which there would have to be a record. */
function restsOnMeasures({ variables, words: { packs } }: JointDiagrams, { point }: Case): boolean {
  const measures = SIDES.flatMap((side) => packs[side].facts.filter(({ measure }) => measure !== undefined));
  const ids = new Set(measures.map(({ id }) => id));
  return [...point.keys()].some((level) => {
    const variable = variables[level];
    return variable !== undefined && ids.has(viewOf(variable).about.id);
  });
}

/** True where a case is that a first right was released or exercised: not every such case is one that events can lead to. */
function restsOnEvents({ variables }: JointDiagrams, { point }: Case): boolean {
  return [...point].some(([level, klass]) => {
    const variable = variables[level];
    return variable !== undefined && viewOf(variable).about.is === 'state' && klass > 0;
  });
}

function disagreement(
  { before, after, first }: ChangedRegion,
  side: Side,
  found: object,
): ComparisonDisagrees {
  const { actor, act, candidate } = first;
  const said = { actor, act, candidate, before, after, side, ...found };
  return new ComparisonDisagrees(`a witness does not show what the comparison says: ${JSON.stringify(said)}`);
}
