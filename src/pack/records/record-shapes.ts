import * as z from 'zod';
import { anything, list, map, text } from '../forms/shape-leaves.ts';

const A_HASH = 'a SHA-256 in hexadecimal digits';

const hash = z.string({ error: A_HASH }).regex(/^[0-9a-f]{64}$/, { error: A_HASH });
const number = z.int({ error: 'a whole number' }).min(1, { error: 'a whole number from 1' });

/** The first line of a ledger. */
export const HEADER_SHAPE = z.strictObject({ format: text, pack: text, seal: hash });

/** Every other line of a ledger. Which of the things that it may say it does is checked apart. */
export const ENTRY_SHAPE = z.strictObject({
  entry: number,
  previous: hash,
  recorded: anything,
  by: text,
  opportunity: text.exactOptional(),
  open: map.exactOptional(),
  event: map.exactOptional(),
  'complete-to': anything.exactOptional(),
  happening: map.exactOptional(),
  'happenings-complete-to': anything.exactOptional(),
  withdrawn: text.exactOptional(),
  documents: list.exactOptional(),
  supersedes: number.exactOptional(),
  seal: hash,
});

/** What an entry opens: a deal with a counterparty. */
export const OPENING_SHAPE = z.strictObject({ counterparty: text });

/** A document that is attached to an entry by its hash. */
export const DOCUMENT_SHAPE = z.strictObject({ name: text, sha256: hash });
