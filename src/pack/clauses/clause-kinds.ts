import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { closest } from '../../diagnostics/suggest.ts';
import { CLAUSE_KINDS, isFirstRight, type ClauseKind } from '../../vocabulary/clause-kind.ts';
import type { Report } from '../written/report.ts';
import { child, entriesOf, type Spot } from '../written/written.ts';
import { CLAUSE_SHAPE } from './clause-shape.ts';

/** The keys of a clause that not every kind has. */
const KIND_KEYS = [
  'holder',
  'grantor',
  'providers',
  'sole',
  'counts-with-holder',
  'procedure',
  'after',
  'step',
  'until',
  'ends',
  'reasonable-if',
  'duty',
] as const;

type KindKey = (typeof KIND_KEYS)[number];

/** True for a key that only some kinds have. */
export function isKindKey(key: string): key is KindKey {
  return (KIND_KEYS as readonly string[]).includes(key);
}

interface KindKeys {
  readonly needs: readonly KindKey[];
  readonly may: readonly KindKey[];
}

const RIGHT: KindKeys = { needs: ['holder', 'grantor'], may: ['until', 'counts-with-holder'] };
const FIRST_RIGHT: KindKeys = { needs: RIGHT.needs, may: [...RIGHT.may, 'procedure', 'after'] };

const KEYS: Readonly<Record<ClauseKind, KindKeys>> = {
  exclusivity: { needs: RIGHT.needs, may: [...RIGHT.may, 'sole'] },
  'continued-use': { needs: RIGHT.needs, may: [...RIGHT.may, 'duty'] },
  'first-refusal': FIRST_RIGHT,
  'first-offer': FIRST_RIGHT,
  'first-negotiation': FIRST_RIGHT,
  permission: { needs: [], may: ['holder', 'grantor', 'providers', 'until'] },
  prohibition: { needs: [], may: ['holder', 'grantor', 'providers', 'until'] },
  precondition: {
    needs: ['step', 'until'],
    may: ['holder', 'grantor', 'providers', 'ends', 'reasonable-if'],
  },
  obligation: { needs: ['grantor'], may: ['holder', 'until', 'duty'] },
};

/** Gives the keys that a kind has beyond those that every clause has. */
export function keysOfKind(kind: ClauseKind): KindKeys {
  return KEYS[kind];
}

/** Checks that a clause has the keys its kind needs, and none that mean nothing for its kind. */
export function checkKind(spot: Spot, kind: ClauseKind, report: Report): boolean {
  const has = (key: KindKey): boolean => child(spot, key).value !== undefined;
  const { needs, may } = KEYS[kind];
  const needless = KIND_KEYS.filter((key) => has(key) && !may.includes(key) && !needs.includes(key));
  for (const key of needless) reportNeedless(child(spot, key), kind, key, report);
  const misspelt = misspeltKeys(spot);
  const missing = needs.filter((key) => !has(key) && !misspelt.includes(key));
  for (const key of missing) {
    const message = `${inBackticks(kind)} needs a ${inBackticks(key)}`;
    report('clause/missing-for-kind', child(spot, 'kind'), message);
  }
  const isUngranted =
    kind === 'permission' && has('grantor') && !has('holder') && !misspelt.includes('holder');
  if (isUngranted) reportUngranted(child(spot, 'kind'), report);
  return needless.length === 0 && !isUngranted && needs.every(has);
}

/** Keys that are not there, but that unknown keys were meant to be. */
function misspeltKeys(spot: Spot): readonly (string | undefined)[] {
  const known = Object.keys(CLAUSE_SHAPE.shape);
  const unknown = entriesOf(spot).filter(([key]) => !known.includes(key));
  return unknown.map(([key]) => closest(key, known));
}

function reportUngranted(spot: Spot, report: Report): void {
  const hint = 'a permission speaks of its holder; without one it speaks of every party to the instrument';
  report('clause/missing-for-kind', spot, '`permission` with a `grantor` needs a `holder`', { hint });
}

function reportNeedless(spot: Spot, kind: ClauseKind, key: KindKey, report: Report): void {
  const kinds = CLAUSE_KINDS.filter((each) => KEYS[each].may.includes(key) || KEYS[each].needs.includes(key));
  const message = `${inBackticks(key)} means nothing for ${inBackticks(kind)}`;
  const hint = `it belongs to ${kinds.every(isFirstRight) ? 'first rights' : listed(kinds, 'and')}`;
  report('clause/key-of-another-kind', spot, message, { hint, part: 'key' });
}
