import { TERMINALS, type Diagram, type Diagrams } from '../../diagram/algebra/diagrams.ts';
import { restrict, type Left } from '../../diagram/algebra/read-diagrams.ts';
import { ANY_OTHER } from '../../diagram/compile/any-other.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { actOf, partyOf } from '../../pack/lookup.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Settled } from '../../pack/settlement.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import { compiledPack } from '../compiled-pack.ts';
import { describeSettlement } from '../describe-pack.ts';
import { nodesInOrder } from '../number-nodes.ts';
import { idShown, questionWords } from '../words/question-words.ts';
import type { Asked } from './asked.ts';
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts';
import { edgeWords } from './edge-words.ts';
import { knownWords, leftBy } from './left-of.ts';

/** Draws what an act of an actor comes to with one provider, as far as what is known leaves it. */
export function drawDiagram(pack: Pack, settled: Settled, asked: Asked): Drawing {
  const { diagrams, variables, outcomes } = compiledPack(pack, settled);
  const own = outcomes.get(asked.actor)?.get(asked.act);
  const root = own?.get(asked.provider) ?? own?.get(ANY_OTHER) ?? terminalOf('permitted');
  const left = leftBy(variables, asked, pack);
  const provider = partyOf(pack, asked.provider).name;
  const sheet: Sheet = { pack, diagrams, variables, left, provider };
  return { ...headOf(pack, settled, asked), ...drawn(sheet, restrict(diagrams, root, left)) };
}

interface Sheet {
  readonly pack: Pack;
  readonly diagrams: Diagrams;
  readonly variables: readonly Variable[];
  readonly left: Left;
  readonly provider: string;
}

function headOf(pack: Pack, settled: Settled, asked: Asked): Omit<Drawing, 'nodes' | 'edges'> {
  const [actor, provider] = [asked.actor, asked.provider].map((id) => partyOf(pack, id).name);
  const { title, digest, disclaimer, id } = pack;
  return {
    title,
    heading: [
      `May ${actor ?? ''} ${actOf(pack, asked.act).name} with ${provider ?? ''} as the provider?`,
      ...inOneLine('Known', knownWords(asked, pack)),
      ...inOneLine('Taken', takenWords(pack, settled)),
    ],
    notes: [`Rules: ${title} (${id} ${digest.slice(0, SHORT)})`, disclaimer],
    digest,
  };
}

/** So much of a digest tells packs apart for people. */
const SHORT = 12;

function inOneLine(word: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [`${word}: ${parts.join(', ')}`];
}

function takenWords(pack: Pack, settled: Settled): readonly string[] {
  const { assumptions, readings } = describeSettlement(pack, settled);
  const taken = readings.map(({ reading, option }) => `${reading} = ${option}`);
  return assumptions === 'open' ? [...taken, 'no assumption'] : taken;
}

function drawn(sheet: Sheet, root: Diagram): Pick<Drawing, 'nodes' | 'edges'> {
  const nodes = nodesInOrder(sheet.diagrams, [root]);
  const ids = new Map(nodes.map((node, place) => [node, `q${String(place + 1)}`]));
  const idOf = (diagram: Diagram): string => ids.get(diagram) ?? SETTLED_OUTCOMES[diagram] ?? '';
  const edges = nodes.flatMap((node) => edgesFrom(sheet, node, idOf));
  const reached = new Set([idOf(root), ...edges.map(({ to }) => to)]);
  const questions = nodes.map((node) => questionNode(sheet, node, idOf(node)));
  const outcomes = SETTLED_OUTCOMES.filter((outcome) => reached.has(outcome));
  return {
    nodes: [...questions, ...outcomes.map((id): DrawnNode => ({ id, label: id, is: 'outcome' }))],
    edges,
  };
}

function questionNode({ diagrams, variables, pack, provider }: Sheet, node: Diagram, id: string): DrawnNode {
  const variable = variables[diagrams.levelOf(node)];
  if (variable === undefined) throw new Error('a node has no variable');
  const name = idShown(variable);
  const label = questionWords(variable, pack, provider);
  return { id, label, is: 'question', ...(name !== undefined && { name }) };
}

/** One edge for each child, in the order of its first class. Classes that are not left lead nowhere. */
function edgesFrom(
  { diagrams, variables, left, pack }: Sheet,
  node: Diagram,
  idOf: (diagram: Diagram) => string,
): readonly DrawnEdge[] {
  const level = diagrams.levelOf(node);
  const variable = variables[level];
  const children = new Map<Diagram, number[]>();
  for (let klass = 0; klass < diagrams.widthOf(level); klass += 1) {
    if (left.get(level)?.[klass] === false) continue;
    const child = diagrams.childOf(node, klass);
    children.set(child, [...(children.get(child) ?? []), klass]);
  }
  if (variable === undefined || node < TERMINALS) throw new Error('a node has no variable');
  const labels = edgeWords(variable, [...children.values()], pack);
  return [...children.keys()].map((child, place) => ({
    from: idOf(node),
    to: idOf(child),
    label: labels[place] ?? '',
  }));
}
