import type { Procedure } from '../../pack/procedure.ts';
import type { OpportunityEvent } from '../../pack/request.ts';
import { NOTICE_CONTENTS_ID } from '../../pack/unknown-ids.ts';
import type { Limit, Parameter } from '../../vocabulary/stated.ts';
import { BudgetSpent } from '../algebra/diagrams.ts';
import { is, type Ground } from '../clauses/ground.ts';
import { limitsIn } from '../variables/line-domain.ts';
import { variableOf, words } from '../variables/variable.ts';
import { choiceOf } from './choice-of.ts';
import type { Choice, Choose } from './explore.ts';

type Contents = readonly string[];
type Notice = Extract<OpportunityEvent, { is: 'notice' }>;

/** Gives the choice of what a notice has to contain, over the events of a first right's holder. */
export function requirementChoice(
  ground: Ground,
  { requires }: Procedure,
  events: readonly OpportunityEvent[],
): Choice<Contents> {
  const given = (limit: Limit<Contents>): Contents => (limit.is === 'none' ? [] : limit.value);
  return choiceOf(ground, requires, alternativesTo(requires, events.filter(isNotice)), given);
}

/** Chooses whether an event, by its place among those of the holder, was a notice that contained all that is required. */
export function isCompleteNotice(
  ground: Ground,
  required: () => Contents,
  events: readonly OpportunityEvent[],
  place: number,
  choose: Choose,
): boolean {
  const event = events[place];
  if (event === undefined || !isNotice(event)) return true;
  return required().every((item) => containsItem(ground, event, place, item, choose));
}

function isNotice(event: OpportunityEvent): event is Notice {
  return event.is === 'notice';
}

/** What the record leaves out is an unknown for each item, shared by all rights of the holder that ask for it. */
function containsItem(ground: Ground, event: Notice, place: number, item: string, choose: Choose): boolean {
  if (event.contains !== undefined) return event.contains.includes(item);
  const id = `${event.party} ${String(place)} ${item}`;
  const variable = variableOf({ is: 'notice-contents', id }, NOTICE_CONTENTS_ID, words('no', 'yes'));
  return choose({
    key: variable.key,
    options: [
      { value: false, where: is(ground, variable, 'no') },
      { value: true, where: is(ground, variable, 'yes') },
    ],
  });
}

/** With more different contents than this, an answer is bounded instead of found. */
const MOST_ITEMS = 10;

/** Requirements enough to tell the notices apart by which of them are complete. */
function alternativesTo(requires: Parameter<Contents>, notices: readonly Notice[]): readonly Contents[] {
  if (requires.stated.is === 'set' || requires.stated.is === 'none') return [];
  const stated = limitsIn(requires).flatMap((limit) => (limit.is === 'set' ? limit.value : []));
  const items = [
    ...new Set([...notices.flatMap(({ contains = [] }) => contains), ...stated, SOMETHING_ELSE]),
  ];
  if (items.length > MOST_ITEMS) throw new BudgetSpent(`more than ${String(MOST_ITEMS)} contents of notices`);
  const sets = items.reduce<Contents[]>((all, item) => [...all, ...all.map((set) => [...set, item])], [[]]);
  if (notices.some(({ contains }) => contains === undefined)) return sets;
  const told = (set: Contents): string =>
    notices.map(({ contains = [] }) => set.every((item) => contains.includes(item))).join();
  return [...new Map(sets.toReversed().map((set) => [told(set), set])).values()];
}

const SOMETHING_ELSE = 'something else';
