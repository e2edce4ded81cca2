import type { Checked } from '../../../src/diagnostics/diagnostic.ts';
import { checkRequest } from '../../../src/pack/check-request.ts';
import { loadPackFiles } from '../../../src/pack/load-pack.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import type { Request } from '../../../src/pack/request.ts';

/** Loads a pack that a test relies on, and says what is wrong with it where it does not load. */
export function loadedPack(files: Record<string, string>): Pack {
  return valueOf(loadPackFiles(files), files);
}

export function checkedRequest(pack: Pack, document: unknown): Request {
  return valueOf(checkRequest(pack, document), document);
}

function valueOf<T>(checked: Checked<T>, written: unknown): T {
  if (checked.ok) return checked.value;
  const said = checked.diagnostics.map(({ code, message, place, path }) => {
    const where = place === undefined ? (path ?? '') : `${place.file}:${String(place.line)}`;
    return `${where} ${code}: ${message}`;
  });
  throw new Error(`${said.join('\n')}\n${JSON.stringify(written, undefined, 1)}`);
}
