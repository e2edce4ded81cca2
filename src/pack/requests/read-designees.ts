import { complete } from '../forms/complete.ts';
import { checkName, readName } from '../forms/names.ts';
import { readList } from '../forms/read-list.ts';
import type { Request } from '../request.ts';
import { entriesOf, type Spot } from '../written/written.ts';
import type { RequestContext } from './request-context.ts';

/** Reads whom parties have designated to stand in for them. */
export function readDesignees(spot: Spot, context: RequestContext): Request['designees'] {
  const designees = Object.create(null) as Record<string, readonly string[] | undefined>;
  const { parties, report } = context;
  const naming = { code: 'request/undeclared-party', noun: 'a party' } as const;
  const read = (each: Spot) => readName(each, parties, naming, report);
  for (const [party, each] of entriesOf(spot)) {
    const isParty = checkName(party, each, parties, { ...naming, part: 'key' }, report);
    const named = readList(each, read, report);
    designees[party] = isParty ? named : undefined;
  }
  return complete(designees);
}
