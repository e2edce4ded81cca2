import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { PRODUCT, type Compiled, type Engines } from './engines.ts';
import { filesOf, type PackDocuments } from './generate-packs.ts';
import { loadedPack } from './load-documents.ts';
import type { AssumptionMode } from './naive-world.ts';
import type { Tally } from './tally.ts';

/** Two that do not agree about one answer, and what each of them says. */
export interface Disagreement {
  readonly between: string;
  readonly where: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** A pack that has been loaded for the judge and, perhaps with a planted fault, for the product. */
export interface Examinee {
  readonly engines: Engines;
  readonly judged: Pack;
  readonly product: Pack;
  readonly compiled: Map<string, Compiled>;
}

/** Loads a pack. Throws where the sound product refuses it. */
export function examineeOf(documents: PackDocuments, engines: Engines = PRODUCT): Examinee {
  const files = filesOf(documents);
  const judged = loadedPack(files);
  if (engines === PRODUCT) return { engines, judged, product: judged, compiled: new Map() };
  const loaded = engines.loadPackFiles(files);
  if (!loaded.ok) throw new Error('a pack is refused that the sound product takes');
  return { engines, judged, product: loaded.value, compiled: new Map() };
}

/** One pair, loaded: what all comparisons look at. */
export interface Case {
  readonly examinee: Examinee;
  readonly judgedRequest: Request;
  readonly request: Request;
  readonly assumptions: AssumptionMode;
  readonly tally: Tally;
}

export function sorted(list: Iterable<string>): readonly string[] {
  return [...list].toSorted();
}

export function equal(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}
