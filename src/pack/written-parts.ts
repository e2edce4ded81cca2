import { LIMITS } from './written/limits.ts';
import { readFolder } from './written/read-folder.ts';
import { readYaml } from './written/read-yaml.ts';
import {
  child,
  entriesOf,
  isMap,
  itemsOf,
  textIn,
  topOf,
  type Spot,
  type Whereabouts,
} from './written/written.ts';
import type { Clause } from './pack.ts';

/** A part of a pack of which somebody wants to know where it stands. */
export type Part =
  | {
      readonly is: 'clause';
      readonly clause: Clause;
      /** A carve-out or ceasing of it. */ readonly part?: string;
    }
  | { readonly is: 'instrument'; readonly id: string }
  | { readonly is: 'word'; readonly section: Section; readonly id: string }
  | { readonly is: 'promise' | 'suppression'; readonly number: number };

/** A section of `pack.yaml` that declares words. */
export type Section = 'parties' | 'groups' | 'facts' | 'terms' | 'readings' | 'grades' | 'documents';

/** What of a pack's documents is not kept once it is loaded: where things stand, and which groups were named. */
export interface WrittenParts {
  readonly placeOf: (part: Part) => Whereabouts;
  readonly groupsNamed: ReadonlySet<string>;
}

/** Reads the documents of a pack again, one that loads, to say where its parts stand. */
export async function readWrittenParts(folder: string): Promise<WrittenParts> {
  const { files } = await readFolder(folder, LIMITS);
  return writtenParts(files);
}

/** The same for texts by file name. */
export function writtenParts(files: ReadonlyMap<string, string>): WrittenParts {
  const tops = [...files].flatMap(([name, text]) => {
    const checked = readYaml(text, name);
    return checked.ok ? [topOf(checked.value)] : [];
  });
  return {
    placeOf: (part) => {
      const spot = spotOf(part, tops);
      if (spot === undefined) return { path: nameOf(part) };
      const isNamed = part.is === 'word';
      return spot.written.placeOf(spot.path, isNamed ? 'key' : 'value');
    },
    groupsNamed: new Set(tops.flatMap((top) => groupsIn(top.value))),
  };
}

function nameOf(part: Part): string {
  if (part.is === 'clause') return part.part ?? part.clause.id;
  return 'id' in part ? part.id : `${part.is} ${String(part.number)}`;
}

function spotOf(part: Part, tops: readonly Spot[]): Spot | undefined {
  if (part.is === 'clause') return clauseSpot(part.clause, part.part, tops);
  if (part.is === 'instrument')
    return instrumentSpots(part.id, tops).map((top) => child(top, 'instrument'))[0];
  const pack = tops.find((top) => child(top, 'pack').value !== undefined);
  if (pack === undefined) return undefined;
  if (part.is === 'word') return existing(child(child(pack, part.section), part.id));
  const list = child(pack, part.is === 'promise' ? 'promises' : 'suppress');
  const item = itemsOf(list)[part.number];
  return item && child(item, part.is === 'promise' ? 'id' : 'of');
}

function existing(spot: Spot): Spot | undefined {
  return spot.value === undefined ? undefined : spot;
}

function instrumentSpots(id: string, tops: readonly Spot[]): readonly Spot[] {
  return tops.filter((top) => child(top, 'instrument').value === id);
}

/** An amended clause stands where it is amended. What the amendment takes over stands in the first version. */
function clauseSpot(clause: Clause, part: string | undefined, tops: readonly Spot[]): Spot | undefined {
  const own = instrumentSpots(clause.instrument, tops).flatMap((top) => [
    ...itemsOf(child(top, 'clauses')).filter((each) => child(each, 'id').value === clause.id),
    ...['amends', 'waives'].flatMap((key) =>
      itemsOf(child(top, key)).filter((each) => child(each, 'clause').value === clause.lineage),
    ),
  ]);
  const first = tops.flatMap((top) =>
    itemsOf(child(top, 'clauses')).filter((each) => child(each, 'id').value === clause.lineage),
  );
  if (part !== undefined) return [...own, ...first].flatMap((spot) => partsNamed(part, spot))[0];
  const [spot] = own;
  return spot && (existing(child(spot, 'id')) ?? child(spot, 'clause'));
}

function partsNamed(id: string, spot: Spot): readonly Spot[] {
  return entriesOf(spot).flatMap(([key, each]) => {
    if (key === 'set') return partsNamed(id, each);
    if (!['except', 'ceases', 'suspended'].includes(key)) return [];
    return itemsOf(each).flatMap((item) => {
      const at = child(item, 'id');
      return textIn(at) === id ? [at] : partsNamed(id, item);
    });
  });
}

/** Once a pack is loaded, its groups are gone into the lists of those within them. */
function groupsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(groupsIn);
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...(key === 'within' ? [each].flat().filter((id) => typeof id === 'string') : []),
    ...groupsIn(each),
  ]);
}
