import type { Pack } from '../../pack/pack.ts';
import type { Finding, MakeFinding } from '../finding.ts';

/** Parts of a pack that declare words or stand outside of what decides. */
const NO_READERS: readonly string[] = [
  'parties',
  'groups',
  'acts',
  'facts',
  'terms',
  'readings',
  'grades',
  'documents',
  'instruments',
  'promises',
  'suppressions',
];
/** Parts of a clause that are its own names, or words for people. */
const NAMES: readonly string[] = [
  'id',
  'lineage',
  'number',
  'title',
  'duty',
  'source',
  'confirmedBy',
  'instrument',
];

/**
 * Finds facts of which no clause speaks in any of its parts. A number of which a holder may take a part counts as read
 * wherever there is a first right.
 */
export function unreadFacts(pack: Pack, make: MakeFinding): readonly Finding[] {
  const deciding = Object.entries(pack).filter(([key]) => !NO_READERS.includes(key));
  const said = new Set(deciding.flatMap(([, part]) => wordsIn(part)));
  const hasFirstRight = pack.clauses.some(({ procedure }) => procedure !== undefined);
  return pack.facts
    .filter(({ id, type }) => !said.has(id) && !(type.is === 'number' && hasFirstRight))
    .map(({ id }) =>
      make('lint/unread-fact', `no clause reads \`${id}\``, {
        of: id,
        at: { is: 'word', section: 'facts', id },
      }),
    );
}

/** Every text and every key in a part of a pack; the id of a test's subject is one that names something else. */
function wordsIn(part: unknown, key = ''): readonly string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  if (Array.isArray(part)) return part.flatMap((each) => wordsIn(each));
  return Object.entries(part).flatMap(([name, each]) => {
    if (NAMES.includes(name) && key !== 'subject') return [];
    return [name, ...wordsIn(each, name)];
  });
}
