import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { isFirstRight } from '../../vocabulary/clause-kind.ts';
import { checkShape, nameOf, reportWrong } from '../forms/check-shape.ts';
import { complete, required, optional } from '../forms/complete.ts';
import { readName } from '../forms/names.ts';
import { readDay } from '../forms/read-day.ts';
import { readItems } from '../forms/read-list.ts';
import { readText } from '../forms/read-text.ts';
import type { Pack } from '../pack.ts';
import type { OpportunityEvent, WaiverEvent } from '../request.ts';
import type { Day } from '../../vocabulary/day.ts';
import { child, isMap, itemsOf, type Spot } from '../written/written.ts';
import type { PlacedEvent } from './placed-event.ts';
import type { RequestContext } from './request-context.ts';
import { readPartTaken } from './read-part-taken.ts';
import { readTermChanges } from './read-term-changes.ts';
import { readWaivedClauses } from './read-waived-clauses.ts';
import { EVENT_SHAPES } from './request-shapes.ts';

type EventKind = keyof typeof EVENT_SHAPES;

const KINDS = Object.keys(EVENT_SHAPES) as readonly EventKind[];

/** Resolves one event: a map with one kind of event and its day. */
export function resolveEvent(spot: Spot, context: RequestContext): PlacedEvent | undefined {
  const { value } = spot;
  if (!isMap(value)) return reportWrong(spot, 'a map', context.report);
  const [kind, second] = KINDS.filter((each) => Object.hasOwn(value, each));
  if (kind === undefined) return reportNoKind(spot, Object.keys(value), context);
  if (second !== undefined) {
    const message = `${nameOf(spot)} is two events, ${listed([kind, second], 'and')}`;
    return context.report('shape/wrong-value', spot, message, {
      hint: 'write each event as a map of its own',
    });
  }
  const shape = checkShape(spot, EVENT_SHAPES[kind], context.report);
  const event = readEvent(spot, kind, context);
  return shape === undefined || event === undefined ? undefined : { spot, event };
}

const DEAL_EVENTS = ['intent', 'letter-of-intent', 'offer', 'signature'] as const;
const ANSWERS = ['decline', 'interest', 'agreement', 'information-request'] as const;

function readEvent(spot: Spot, kind: EventKind, context: RequestContext): OpportunityEvent | undefined {
  const { report } = context;
  const on = required(spot, kind, (day) => readDay(day, report));
  if (isOneOf(DEAL_EVENTS, kind)) return complete({ is: kind, on });
  if (isOneOf(ANSWERS, kind)) return complete({ is: kind, on, party: readHolder(spot, 'by', context) });
  switch (kind) {
    case 'change':
      return complete({ is: kind, on, terms: required(spot, 'of', (of) => readTermChanges(of, report)) });
    case 'consent':
    case 'refusal':
      return complete({ is: kind, on, party: readParty(spot, context) });
    case 'waiver':
      return readWaiver(spot, on, context);
    case 'information':
      return complete({ is: kind, on, party: readHolder(spot, 'to', context) });
    case 'exercise': {
      const party = readHolder(spot, 'by', context);
      return complete({ is: kind, on, party, ...readExercised(spot, context) });
    }
    case 'notice': {
      const party = readHolder(spot, 'to', context);
      return complete({ is: kind, on, party, ...readNoticed(spot, on, context) });
    }
  }
}

function isOneOf<Kind extends EventKind>(kinds: readonly Kind[], kind: EventKind): kind is Kind {
  return kinds.some((each) => each === kind);
}

function readWaiver(spot: Spot, on: Day | undefined, context: RequestContext): WaiverEvent | undefined {
  const party = readParty(spot, context);
  return complete({
    is: 'waiver' as const,
    on,
    party,
    ...optional(spot, 'of', 'clauses', (of) => readWaivedClauses(of, party, context)),
    ...(child(spot, 'any-terms').value === true ? { anyTerms: true } : {}),
  });
}

function readParty(spot: Spot, context: RequestContext): string | undefined {
  return required(spot, 'by', (by) => readEventParty(by, context));
}

function readNoticed(spot: Spot, received: Day | undefined, { report }: RequestContext) {
  const contents = (list: Spot) => readItems(itemsOf(list), (each) => readText(each, report), report);
  return {
    ...optional(spot, 'contains', 'contains', contents),
    ...optional(spot, 'may-contain', 'mayContain', contents),
    ...optional(spot, 'given', 'given', (given) => {
      const day = readDay(given, report);
      if (day === undefined || received === undefined || day <= received) return day;
      const message = `${nameOf(given)} is a day after the notice was received`;
      return report('request/given-after-receipt', given, message);
    }),
  };
}

function readExercised(spot: Spot, context: RequestContext) {
  return {
    ...optional(spot, 'takes', 'takes', (takes) => readPartTaken(takes, context)),
    ...optional(spot, 'differs', 'differs', (differs) => readTermChanges(differs, context.report)),
  };
}

function readEventParty(spot: Spot, context: RequestContext): string | undefined {
  const naming = { code: 'request/undeclared-party', noun: 'a party' } as const;
  return readName(spot, context.parties, naming, context.report);
}

/** The holder that an event names, or the only one of the pack. */
function readHolder(spot: Spot, key: 'to' | 'by', context: RequestContext): string | undefined {
  const named = child(spot, key);
  if (named.value !== undefined) return readEventParty(named, context);
  const isUnderOtherKey = child(spot, key === 'to' ? 'by' : 'to').value !== undefined;
  if (isUnderOtherKey) return undefined;
  const holders = holdersOfFirstRights(context.pack);
  const [only, second] = holders;
  if (only !== undefined && second === undefined) return only;
  const message = `${nameOf(spot)} does not say which holder it concerns`;
  const hint =
    second === undefined ? 'the pack has no first rights' : `write \`${key}: …\` with ${listed(holders)}`;
  return context.report('request/holder-needed', spot, message, { hint });
}

export function holdersOfFirstRights(pack: Pack): readonly string[] {
  const holders = pack.clauses.map(({ kind, holder }) => (isFirstRight(kind) ? holder : undefined));
  return [...new Set(holders)].filter((holder) => holder !== undefined);
}

function reportNoKind(spot: Spot, keys: readonly string[], context: RequestContext): undefined {
  const misspelt = keys.find((key) => didYouMean(key, KINDS) !== undefined);
  if (misspelt === undefined) {
    const message = `${nameOf(spot)} is no event`;
    return context.report('shape/missing-key', spot, message, {
      hint: `an event is one of ${listed(KINDS)}`,
    });
  }
  const message = `${inBackticks(misspelt)} is no kind of event`;
  const hint = didYouMean(misspelt, KINDS);
  return context.report('shape/unknown-key', child(spot, misspelt), message, { part: 'key', hint });
}
