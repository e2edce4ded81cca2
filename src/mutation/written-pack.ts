import type { Pack } from '../pack/pack.ts';
import type { PackDocuments } from '../pack/pack-documents.ts';
import { child, entriesOf, isMap, itemsOf, textIn, topOf, type Spot } from '../pack/written/written.ts';

/** A pack as it is written, in the parts in which mistakes are made. */
export interface WrittenPack {
  readonly pack: Pack;
  readonly words: Spot;
  readonly instruments: readonly WrittenInstrument[];
  /** In the order of the files; what an instrument amends of a clause stands as a clause of its own. */
  readonly clauses: readonly WrittenClause[];
}

/** An instrument as it is written. */
export interface WrittenInstrument {
  readonly id: string;
  readonly title: string;
  readonly spot: Spot;
}

/** A clause as it is written, or the keys of one that an instrument changes. */
export interface WrittenClause {
  /** As answers name it. */
  readonly id: string;
  readonly title: string;
  readonly spot: Spot;
}

/** Takes a pack's documents apart. */
export function writtenPack({ pack, words, instruments }: PackDocuments): WrittenPack {
  const written = instruments.map(topOf).map((spot): WrittenInstrument => {
    const id = textIn(child(spot, 'instrument'));
    return { id, title: textIn(child(spot, 'title')), spot };
  });
  const clauses = written.flatMap(({ id, spot }) => [
    ...itemsOf(child(spot, 'clauses')).map((clause) => clauseAt(clause, textIn(child(clause, 'id')), pack)),
    ...itemsOf(child(spot, 'amends')).map((clause) =>
      clauseAt(clause, `${textIn(child(clause, 'clause'))}@${id}`, pack),
    ),
  ]);
  return { pack, words: topOf(words), instruments: written, clauses };
}

function clauseAt(spot: Spot, id: string, { clauses }: Pack): WrittenClause {
  return { id, title: clauses.find((each) => each.id === id)?.title ?? id, spot };
}

/** Gives the title under which people know a clause. */
export function titleOf({ pack }: WrittenPack, id: string): string {
  return pack.clauses.find((each) => each.id === id || each.lineage === id)?.title ?? id;
}

/** Gives the values of a contract that one of their forms holds: the value itself, what is assumed, or what each option gives. */
export function valuesIn(spot: Spot): readonly Spot[] {
  if (!isMap(spot.value)) return spot.value === undefined ? [] : [spot];
  const assumed = child(spot, 'assume');
  if (assumed.value !== undefined) return [assumed];
  const byOption = child(spot, 'of');
  const isByReading = child(spot, 'reading').value !== undefined;
  return isByReading ? entriesOf(byOption).map(([, each]) => each) : [];
}
