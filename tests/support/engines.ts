import { compile } from '../../src/diagram/compile/compile.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkRequest } from '../../src/pack/check-request.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';

/** The product as the differential test sees it; a copy with a planted fault can stand in its place. */
export interface Engines {
  readonly loadPackFiles: typeof loadPackFiles;
  readonly checkRequest: typeof checkRequest;
  readonly evaluateRequest: typeof evaluateRequest;
  readonly compile: typeof compile;
}

/** A pack made ready for many questions. */
export type Compiled = ReturnType<typeof compile>;

export const PRODUCT: Engines = { loadPackFiles, checkRequest, evaluateRequest, compile };
