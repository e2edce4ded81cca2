import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/** Gives the SHA-256 of a value's canonical JSON (RFC 8785): key order, layout and comments leave it as it is. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}
