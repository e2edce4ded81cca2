import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/** Gives the SHA-256 of a value's canonical JSON (RFC 8785): key order, layout and comments leave it as it is. */
export function digestOf(value: unknown): string {
  return sha256(canonicalText(value));
}

/** Writes plain data as canonical JSON (RFC 8785): equal data, equal text. */
export function canonicalText(value: unknown): string {
  return canonicalize(value) ?? '';
}

/** Gives the SHA-256 of a text, as UTF-8, or of bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
