import type { Checked } from '../diagnostics/diagnostic.ts';
import { askedRequest, type AskedRequest } from './asked-request.ts';
import { lookUpFacts, type LookUps } from './look-up-facts.ts';
import type { Overrides } from './override-request.ts';
import type { Pack } from './pack.ts';
import type { Request } from './request.ts';
import type { Recorded } from './records/with-recorded.ts';
import { REQUEST_LIMITS } from './written/limits.ts';
import { readYaml } from './written/read-yaml.ts';
import { takeValue } from './written/take-value.ts';

/**
 * Checks a request that a program gives. The value may be anything at all: what is wrong with it is said, not thrown.
 * Overrides stand in place of the request's own words and are checked with it; `file` begins the path of every
 * diagnostic.
 *
 * ```ts
 * const checked = checkRequest(pack, { actor: 'byer', date: '2025-03-31', acts: ['procure'] });
 * const diagnostics = checked.ok ? [] : checked.diagnostics;
 * for (const { code, path, hint } of diagnostics) console.log(`${code} at ${path}: ${hint}`);
 * // prints: request/undeclared-party at actor: did you mean `buyer`?
 * ```
 */
export function checkRequest(
  pack: Pack,
  document: unknown,
  file = '',
  overrides: Overrides = {},
  recorded?: Recorded,
): Checked<Request> {
  return requestIn(checkAsked(pack, document, file, overrides, recorded));
}

/** The same with the document that comes of it. */
export function checkAsked(
  pack: Pack,
  document: unknown,
  file: string,
  overrides: Overrides,
  recorded?: Recorded,
): Checked<AskedRequest> {
  return askedRequest(pack, takeValue(document, file), overrides, recorded);
}

/** Checks a request that a program gives after finding what it leaves out by look-ups, each of which is called once. */
export async function checkRequestLookingUp(
  pack: Pack,
  document: unknown,
  lookUps: LookUps,
): Promise<Checked<AskedRequest>> {
  const taken = takeValue(document);
  return taken.ok ? askedRequest(pack, await lookUpFacts(pack, taken.value, lookUps)) : taken;
}

/** Reads and checks a request that is written in YAML or JSON. */
export function readRequest(
  pack: Pack,
  text: string,
  file: string,
  overrides: Overrides = {},
  recorded?: Recorded,
): Checked<Request> {
  return requestIn(readAsked(pack, text, file, overrides, recorded));
}

/** The same with the document that comes of it. */
export function readAsked(
  pack: Pack,
  text: string,
  file: string,
  overrides: Overrides,
  recorded?: Recorded,
): Checked<AskedRequest> {
  return askedRequest(pack, readYaml(text, file, REQUEST_LIMITS), overrides, recorded);
}

function requestIn(asked: Checked<AskedRequest>): Checked<Request> {
  return asked.ok ? { ...asked, value: asked.value.request } : asked;
}
