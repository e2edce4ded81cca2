import type { NoticeEvent, OpportunityEvent } from '../../pack/request.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import { TooManyWays } from '../questions/too-many-ways.ts';

type Contents = readonly string[];

/** Gives requirements enough to tell the notices of a record apart by which of them are complete. */
export function contentsThatDiffer(
  requires: Parameter<Contents>,
  events: readonly OpportunityEvent[],
): readonly Contents[] {
  if (requires.stated.is === 'set' || requires.stated.is === 'none') return [];
  const notices = events.filter((event) => event.is === 'notice');
  const contained = notices.flatMap(({ contains = [], mayContain = [] }) => [...contains, ...mayContain]);
  const items = [...new Set([...contained, ...statedItems(requires), SOMETHING_ELSE])];
  if (items.length > MOST_ITEMS) throw new TooManyWays('notices have too many different contents');
  const sets = items.reduce<Contents[]>((all, item) => [...all, ...all.map((set) => [...set, item])], [[]]);
  if (notices.some(({ contains, mayContain }) => contains === undefined || mayContain !== undefined))
    return sets;
  return [...new Map(sets.toReversed().map((set) => [completeBy(set, notices), set])).values()];
}

const SOMETHING_ELSE = 'something else';

/** With more different contents than this, what comes of a deal is bounded instead of found. */
const MOST_ITEMS = 10;

/** All that is required on some reading, or assumed to be. */
function statedItems({ stated }: Parameter<Contents>): Contents {
  if (stated.is === 'unknown') return [];
  const limits =
    stated.is === 'by-reading'
      ? Object.values(stated.of)
      : stated.is === 'assumed'
        ? [stated.limit]
        : [stated];
  return limits.flatMap((limit) => (limit.is === 'set' ? limit.value : []));
}

/** Which notices would be complete. */
function completeBy(required: Contents, notices: readonly NoticeEvent[]): string {
  return notices.map(({ contains = [] }) => required.every((item) => contains.includes(item))).join();
}
