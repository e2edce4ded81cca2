import type { PackDocuments } from '../support/generate-packs.ts';
import type { Document, Part } from '../support/generated-words.ts';

/** How often packs held what: kinds of clauses by name, and the forms of the language that are not kinds. */
export type Covered = Map<string, number>;

const FORMS = [
  'except',
  'notwithstanding',
  'subject-to',
  'ends',
  'amends',
  'waives',
  'possibly-from',
  'ceases',
  'suspended',
  'survives',
  'within',
  'same-as',
  'defined',
  'reading',
  'assume',
  'sole',
  'counts-with-holder',
  'trigger',
  'clock',
  'at-most',
  'able',
  'falls-short',
  'effect',
  'negotiation',
  'no-agreement',
  'tolerance',
  'reopen-on',
  'pending',
] as const;

/** Adds what the record of a request holds: each kind of event, once for each time that it happens. */
export function coverEvents(covered: Covered, { opportunity }: Document): void {
  for (const event of documentsIn(opportunity ?? {})) {
    const kind = EVENTS.find((each) => each in event);
    if (kind !== undefined) covered.set(`event ${kind}`, (covered.get(`event ${kind}`) ?? 0) + 1);
  }
}

const EVENTS = [
  'intent',
  'letter-of-intent',
  'offer',
  'notice',
  'information-request',
  'information',
  'decline',
  'interest',
  'agreement',
  'exercise',
  'change',
  'consent',
  'refusal',
  'waiver',
  'signature',
] as const;

/** Adds what a pack holds: each of its clauses by kind, and each form once. */
export function cover(covered: Covered, pack: PackDocuments): void {
  const { 'pack.yaml': _, ...instruments } = pack;
  const add = (what: string): void => {
    covered.set(what, (covered.get(what) ?? 0) + 1);
  };
  const parts = Object.values(instruments).flatMap(documentsIn);
  for (const { kind } of parts) if (typeof kind === 'string') add(kind);
  const keys = new Set(parts.flatMap((part) => Object.keys(part)));
  for (const form of FORMS) if (keys.has(form)) add(form);
  if (parts.some((part) => Object.values(part).includes('unknown'))) add('unknown');
}

function documentsIn(part: Part): readonly Document[] {
  if (typeof part !== 'object') return [];
  if (Array.isArray(part)) return (part as readonly Part[]).flatMap(documentsIn);
  const document = part as Document;
  return [document, ...Object.values(document).flatMap(documentsIn)];
}
