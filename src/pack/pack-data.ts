import { basename } from 'node:path';
import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Day } from '../vocabulary/day.ts';
import { resolvePack } from './instruments/resolve-pack.ts';
import type { Pack } from './pack.ts';
import { readYaml } from './written/read-yaml.ts';
import { isMap, type Written } from './written/written.ts';

/** A pack as plain data, as it is written: `pack.yaml`, and each instrument by its id. */
export interface PackData {
  readonly pack: unknown;
  readonly instruments: ReadonlyMap<string, unknown>;
}

/** Gives the documents of a pack that loads, by the texts of its files. */
export function dataOf(texts: ReadonlyMap<string, string>): PackData {
  const instruments = new Map<string, unknown>();
  let pack: unknown;
  for (const [name, text] of texts) {
    const checked = readYaml(text, name);
    const data = checked.ok ? checked.value.data : undefined;
    if (basename(name) === 'pack.yaml') pack = data;
    else if (isMap(data)) instruments.set(String(data['instrument']), data);
  }
  return { pack, instruments };
}

/** Loads a pack from documents of packs that load, whole or as it was known on a day. Together they need not make sense. */
export function loadPackData({ pack, instruments }: PackData, knownOn?: Day): Checked<Pack> {
  return resolvePack({
    pack: writtenAs(pack, 'pack.yaml'),
    instruments: [...instruments].map(([id, data]) => writtenAs(data, id)),
    areAllRead: true,
    knownOn,
  });
}

function writtenAs(data: unknown, path: string): Written {
  return { data, placeOf: () => ({ path }), sourceOf: () => undefined };
}
