import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { inForceDiagram } from '../../diagram/clauses/in-force-diagram.ts';
import type { FindingCode } from '../../diagnostics/finding-codes.ts';
import type { CarveOut, Clause } from '../../pack/pack.ts';
import { carveOutKey } from '../../pack/scopes.ts';
import type { Finding, MakeFinding } from '../finding.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenCandidate, OpenPack } from '../open/open-pack.ts';

/** What a carve-out takes out of a clause, and what it leaves, for some candidate. */
interface Cut {
  readonly takes: boolean;
  readonly leaves: boolean;
}

/** Finds carve-outs that take nothing out of their clause, or of the carve-out around them, and those that leave nothing. */
export function carveOuts(open: OpenPack, cases: Cases, make: MakeFinding): readonly Finding[] {
  return open.pack.clauses
    .filter(({ except, binds }) => except.length > 0 && binds.length > 0)
    .flatMap((clause) => {
      const cuts = new Map<CarveOut, Cut>();
      for (const candidate of open.candidates.filter((each) => isNamed(clause, each.candidate))) {
        const { diagrams } = open;
        const scope = candidate.scope(clause.id, clause.when);
        const region = diagrams.all([cases.possible, inForceDiagram(candidate.ground, clause), scope]);
        cut({ open, candidate, cuts }, clause.id, clause.except, region);
      }
      return [...cuts].flatMap(([carveOut, each]) => describe(clause, carveOut, each, make));
    });
}

interface Cutting {
  readonly open: OpenPack;
  readonly candidate: OpenCandidate;
  readonly cuts: Map<CarveOut, Cut>;
}

/** Notes what each carve-out takes out of a region, and its own carve-outs out of what it takes. */
function cut(cutting: Cutting, parentKey: string, all: readonly CarveOut[], region: Diagram): void {
  const { open, candidate, cuts } = cutting;
  for (const carveOut of all) {
    const key = carveOutKey(parentKey, carveOut);
    const scope = candidate.scope(key, carveOut.when);
    const taken = open.diagrams.and(region, scope);
    const left = open.diagrams.and(region, open.diagrams.not(scope));
    const known = cuts.get(carveOut) ?? { takes: false, leaves: false };
    cuts.set(carveOut, { takes: known.takes || taken !== FALSE, leaves: known.leaves || left !== FALSE });
    cut(cutting, key, carveOut.except, taken);
  }
}

function describe(
  clause: Clause,
  { id }: CarveOut,
  { takes, leaves }: Cut,
  make: MakeFinding,
): readonly Finding[] {
  const about = (code: FindingCode, message: string): readonly Finding[] => [
    make(code, message, { of: `${clause.id}.${id}`, at: { is: 'clause', clause, part: id } }),
  ];
  // Of a clause that never applies it is said that it decides nothing.
  if (!takes && !leaves) return [];
  if (!takes) return about('lint/idle-carve-out', `\`${id}\` takes nothing out of \`${clause.id}\``);
  return leaves ? [] : about('lint/total-carve-out', `\`${id}\` leaves nothing of \`${clause.id}\``);
}

function isNamed({ providers }: Clause, candidate: string): boolean {
  if (providers.is === 'any') return true;
  return providers.parties.includes(candidate) === (providers.is === 'only');
}
