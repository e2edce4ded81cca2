import { canonicalText } from '../../pack/forms/digest.ts';

/** What people read and no outcome depends on. */
const WORDING = ['title', 'name', 'question', 'means', 'because', 'source', 'confirmedBy', 'number', 'duty'];

/** Gives a part of a pack as text, without its wording: equal texts, equal meaning. */
export function meaningOf(part: unknown): string {
  return canonicalText(withoutWording(part) ?? null);
}

/** Gives a part as text, all of it. */
export function textOf(part: unknown): string {
  return canonicalText(part ?? null);
}

function withoutWording(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutWording);
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part).filter(([key, value]) => !WORDING.includes(key) && value !== undefined);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutWording(value)]));
}
