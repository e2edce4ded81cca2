import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { digestOf } from '../pack/forms/digest.ts';

/** What is asked once some changes are made, and the pack, in which a value that no request states may be settled. */
export interface Changed {
  readonly pack: Pack;
  readonly request: Request;
}

/** Gives a request with some of its parts replaced; its digest is found when all changes are made. */
export function withParts(changed: Changed, parts: Partial<Request>): Changed {
  return { ...changed, request: { ...changed.request, ...parts } };
}

/** Gives the request with the digest of what it now asks. */
export function sealed({ request }: Changed): Request {
  const { digest: _, providersNamed: _named, ...content } = request;
  return { ...request, digest: digestOf(content) };
}
