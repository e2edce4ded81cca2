import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { groupedBy } from '../forms/grouped-by.ts';
import { readName } from '../forms/names.ts';
import { readList } from '../forms/read-list.ts';
import type { Clause, Pack } from '../pack.ts';
import type { Spot } from '../written/written.ts';
import type { RequestContext } from './request-context.ts';

type Versions = ReadonlyMap<string, readonly Clause[]>;

/**
 * Reads which clauses a party waives. Each is named by the id under which it was first written and stands for every
 * version of it; nobody can waive what is not owed to it.
 */
export function readWaivedClauses(
  spot: Spot,
  party: string | undefined,
  context: RequestContext,
): readonly string[] | undefined {
  const { pack, report } = context;
  const declared = versionsIn(pack);
  const naming = { code: 'request/unknown-clause', noun: 'a clause' } as const;
  const names = { declared, whole: true };
  const readOwed = (each: Spot) => {
    const id = readName(each, names, naming, report);
    if (id === undefined) return undefined;
    return party === undefined || isOwed(declared.get(id), party)
      ? id
      : reportNotOwed(each, id, party, context);
  };
  const named = readList(spot, readOwed, report);
  return named?.flatMap((id) => (declared.get(id) ?? []).map((clause) => clause.id));
}

function versionsIn({ clauses }: Pack): Versions {
  return groupedBy(clauses, ({ id, lineage }) => lineage ?? id);
}

function isOwed(versions: readonly Clause[] = [], party: string): boolean {
  return versions.some(({ owedTo }) => owedTo.includes(party));
}

function reportNotOwed(spot: Spot, id: string, party: string, { pack, report }: RequestContext): undefined {
  const owed = [...versionsIn(pack)].flatMap(([each, versions]) => (isOwed(versions, party) ? [each] : []));
  const hint =
    owed.length === 0
      ? `nothing is owed to ${inBackticks(party)}; correct \`by\``
      : `what is owed to ${inBackticks(party)} is ${listed(owed, 'and')}`;
  return report('request/clause-not-owed', spot, `${inBackticks(id)} is not owed to ${inBackticks(party)}`, {
    hint,
  });
}
