import fc from 'fast-check';
import { jointDiagrams, type JointDiagrams } from '../../src/comparison/joint/joint-diagrams.ts';
import { jointWords } from '../../src/comparison/joint/joint-words.ts';
import type { Compared } from '../../src/comparison/sides.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Emphasis } from '../support/generate-clauses.ts';
import { filesOf, packs, type PackDocuments } from '../support/generate-packs.ts';
import type { Document } from '../support/generated-words.ts';
import { loadedPack } from '../support/load-documents.ts';

/** Two packs of one vocabulary: one is the other with some changes, or they have nothing in common. */
export interface TwoPacks {
  readonly before: PackDocuments;
  readonly after: PackDocuments;
}

const emphases = fc.constantFrom<Emphasis[]>('scopes', 'procedures', 'precedence', 'anything');

export const twoPacks: fc.Arbitrary<TwoPacks> = emphases.chain((emphasis) =>
  fc
    .tuple(packs(emphasis), packs(emphasis), fc.constantFrom('clause', 'clause', 'pack'), fc.nat(20))
    .map(([before, other, how, place]) => ({
      before,
      after: how === 'pack' ? other : withForeignClause(before, other, place),
    })),
);

export const onePack: fc.Arbitrary<PackDocuments> = emphases.chain((emphasis) => packs(emphasis));

/** Puts the scope and the carve-outs of a clause of another pack in the place of a clause's own. */
function withForeignClause(own: PackDocuments, other: PackDocuments, place: number): PackDocuments {
  const foreign = Object.values(other).flatMap(clausesOf);
  const files = Object.entries(own).filter(([, document]) => clausesOf(document).length > 0);
  const [name, document] = files[place % files.length] ?? [];
  const lent = foreign[place % foreign.length];
  if (name === undefined || document === undefined || lent === undefined) return own;
  const clauses = clausesOf(document).map((clause, at) => (at === 0 ? withScopeOf(clause, lent) : clause));
  return { ...own, [name]: { ...document, clauses } };
}

function clausesOf({ clauses }: Document): readonly Document[] {
  return Array.isArray(clauses) ? (clauses as readonly Document[]) : [];
}

function withScopeOf(clause: Document, lent: Document): Document {
  const { when, ...rest } = clause;
  return lent['when'] === undefined
    ? when === undefined
      ? clause
      : rest
    : { ...clause, when: lent['when'] };
}

export function loadBoth({ before, after }: TwoPacks): { readonly before: Pack; readonly after: Pack } {
  return { before: loadedPack(filesOf(before)), after: loadedPack(filesOf(after)) };
}

/** Nodes enough for anything that is generated. */
export const EFFORT = { nodes: 2_000_000, statements: 1_000 };

export function jointOf(compared: Compared): JointDiagrams {
  return jointDiagrams(jointWords(compared), EFFORT.nodes);
}
