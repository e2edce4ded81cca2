import type { Pack } from '../../pack/pack.ts';
import type { Diagram } from '../algebra/diagrams.ts';
import type { ColumnEngine } from './column-engine.ts';
import type { Compiled } from './compiled.ts';
import type { PackDiagrams } from './compile-pack.ts';
import { dayClasses } from './day-classes.ts';
import { decideColumns } from './decide-columns.ts';
import { decidedOf } from './decided-of.ts';
import { freeze, type FrozenDiagrams } from './freeze.ts';
import { malformed } from './malformed.ts';
import { plainDiagrams } from './plain-diagrams.ts';
import type { Decided, Explained, Invalid, Question } from './question.ts';
import { QuestionReader } from './read-question.ts';
import { rootFinder, type RootFinder } from './root-finder.ts';
import { supportLeft } from './walk-support.ts';
import { Walker } from './walk.ts';

/** Answers questions by walking the diagrams of the whole pack. */
export function decidedByDiagram(pack: Pack, diagrams: PackDiagrams): Compiled {
  const { variables } = diagrams;
  const roots = rootsOf(diagrams);
  const frozen = freeze(diagrams.diagrams, roots);
  const reader = new QuestionReader(pack, variables, diagrams.date.turns);
  const ways = {
    whole: wayOver(pack, diagrams, reader, frozen),
    plain: plainWay(pack, diagrams, reader, roots),
  };
  const decide = (question: Question): Decided | Invalid => {
    const wrong = malformed(question);
    if (wrong !== undefined) return wrong;
    const { rootOf, walker } = question.known === undefined ? ways.plain : ways.whole;
    const root = rootOf(question);
    if (typeof root !== 'number') return root;
    return reader.read(question) ?? decidedOf(walker.terminals(root));
  };
  const explain = (question: Question): Explained | Invalid => {
    const decided = decide(question);
    if ('invalid' in decided) return decided;
    const { rootOf, code } = question.known === undefined ? ways.plain : ways.whole;
    const root = rootOf(question);
    if (decided.possible.length === 1 || typeof root !== 'number') return { ...decided, turnsOn: [] };
    const levels = [...supportLeft(code, root, reader.known)].toSorted((one, other) => one - other);
    return { ...decided, turnsOn: [...new Set(levels.map((level) => variables[level]?.reportedAs ?? ''))] };
  };
  const engine = columnEngine(diagrams, reader, ways.plain);
  return {
    decide,
    explain,
    decideColumns: (columns) => decideColumns(engine, columns),
    size: { nodes: frozen.nodes, bytes: frozen.code.byteLength, variables: variables.length },
  };
}

/** Frozen diagrams, with what finds the way into and through them. */
interface Way {
  readonly code: Int32Array;
  readonly rootOf: RootFinder;
  readonly walker: Walker;
}

function wayOver(
  pack: Pack,
  diagrams: PackDiagrams,
  { known }: QuestionReader,
  { code, placeOf }: Pick<FrozenDiagrams, 'code' | 'placeOf'>,
): Way {
  return { code, rootOf: rootFinder(pack, diagrams, placeOf), walker: new Walker(code, known) };
}

/** The way of questions that say nothing of `known`. */
function plainWay(
  pack: Pack,
  diagrams: PackDiagrams,
  reader: QuestionReader,
  roots: readonly Diagram[],
): Way {
  const plain = plainDiagrams(diagrams.diagrams, roots, reader.fallbacks);
  const { code, placeOf } = freeze(plain.diagrams, roots.map(plain.plainOf));
  return wayOver(pack, diagrams, reader, { code, placeOf: (root) => placeOf(plain.plainOf(root)) });
}

function columnEngine(
  { date, variables }: PackDiagrams,
  reader: QuestionReader,
  { code, rootOf, walker }: Way,
): ColumnEngine {
  return {
    code,
    slots: reader.slots,
    fallbacks: reader.fallbacks,
    widths: variables.map(({ classes }) => classes.length),
    days: dayClasses(date.turns),
    layouts: new Map(),
    dateLevel: variables.findIndex(({ about }) => about.is === 'date'),
    rootOf,
    bitsOf: (question) => {
      const root = rootOf(question);
      return typeof root === 'number' && reader.read(question) === undefined ? walker.terminals(root) : 0;
    },
  };
}

function rootsOf({ outcomes }: PackDiagrams): readonly Diagram[] {
  return [...outcomes.values()].flatMap((acts) => [...acts.values()].flatMap((own) => [...own.values()]));
}
