import type { Pack } from '../../pack/pack.ts';
import type { Diagram } from '../algebra/diagrams.ts';
import type { ColumnEngine } from './column-engine.ts';
import type { Compiled } from './compiled.ts';
import type { PackDiagrams } from './compile-pack.ts';
import { decideColumns } from './decide-columns.ts';
import { decidedOf } from './decided-of.ts';
import { freeze } from './freeze.ts';
import { malformed } from './malformed.ts';
import type { Decided, Explained, Invalid, Question } from './question.ts';
import { QuestionReader } from './read-question.ts';
import { rootFinder, type RootFinder } from './root-finder.ts';
import { supportLeft } from './walk-support.ts';
import { Walker } from './walk.ts';

/** Answers questions by walking the diagrams of the whole pack. */
export function decidedByDiagram(pack: Pack, diagrams: PackDiagrams): Compiled {
  const { variables } = diagrams;
  const frozen = freeze(diagrams.diagrams, rootsOf(diagrams));
  const reader = new QuestionReader(pack, variables, diagrams.date.turns);
  const walker = new Walker(frozen.code, reader.known);
  const rootOf = rootFinder(pack, diagrams, frozen.placeOf);
  const decide = (question: Question): Decided | Invalid => {
    const wrong = malformed(question);
    if (wrong !== undefined) return wrong;
    const root = rootOf(question);
    if (typeof root !== 'number') return root;
    return reader.read(question) ?? decidedOf(walker.terminals(root));
  };
  const explain = (question: Question): Explained | Invalid => {
    const decided = decide(question);
    if ('invalid' in decided) return decided;
    const root = rootOf(question);
    if (decided.possible.length === 1 || typeof root !== 'number') return { ...decided, turnsOn: [] };
    const levels = [...supportLeft(frozen.code, root, reader.known)].toSorted((one, other) => one - other);
    return { ...decided, turnsOn: [...new Set(levels.map((level) => variables[level]?.reportedAs ?? ''))] };
  };
  const engine = columnEngine(diagrams, frozen.code, reader, rootOf, walker);
  return {
    decide,
    explain,
    decideColumns: (columns) => decideColumns(engine, columns),
    size: { nodes: frozen.nodes, bytes: frozen.code.byteLength, variables: variables.length },
  };
}

function columnEngine(
  { date, variables }: PackDiagrams,
  code: Int32Array,
  reader: QuestionReader,
  rootOf: RootFinder,
  walker: Walker,
): ColumnEngine {
  return {
    code,
    slots: reader.slots,
    fallbacks: reader.fallbacks,
    turns: date.turns,
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
