import { factVariablesOf } from '../../src/diagram/variables/fact-variables.ts';
import { classOfEvent } from '../../src/diagram/variables/event-domain.ts';
import { classOfNumber } from '../../src/diagram/variables/line.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { OpportunityEvent, Request } from '../../src/pack/request.ts';
import type { Option } from '../../src/unlock/options/option.ts';
import type { Scalar } from '../../src/vocabulary/criterion.ts';

/** One change as a person would try it, without any knowledge of what the pack can tell apart. */
export interface BlindChange {
  readonly kind: Option['topic']['kind'];
  readonly id: string;
  readonly make: (request: Request, candidate: string) => Request;
  /** True of an option that is this change, or cannot be told from it. */
  readonly is: (option: Option, day: number) => boolean;
}

/** Gives a request on a later day on which nothing more has happened. */
export function waiting(request: Request, day: number): Request {
  const { opportunity, happened, date } = request;
  const deal =
    opportunity !== undefined && opportunity.completeTo >= date
      ? { ...opportunity, completeTo: Math.max(day, opportunity.completeTo) }
      : opportunity;
  const record =
    happened !== undefined && happened.completeTo >= date
      ? { ...happened, completeTo: Math.max(day, happened.completeTo) }
      : happened;
  return {
    ...request,
    date: day,
    ...(deal !== undefined && { opportunity: deal }),
    ...(record !== undefined && { happened: record }),
  };
}

/** Gives every change of a kind that can be tried by itself: values by the dozen, and whatever anybody may do in the deal. */
export function blindChanges(pack: Pack, request: Request): readonly BlindChange[] {
  return [
    ...factChanges(pack, request),
    ...readingChanges(pack),
    ...routeChanges(),
    ...dealChanges(pack, request),
  ];
}

function factChanges(pack: Pack, { facts, date }: Request): readonly BlindChange[] {
  return [...factVariablesOf(pack).values()].flatMap(({ about: { id }, domain }) => {
    if (domain.is !== 'listed' && domain.group.length > 1) return [];
    const fact = pack.facts.find((each) => each.id === id);
    if (fact === undefined || fact.measure !== undefined) return [];
    const tried: readonly Scalar[] = VALUES[fact.type.is]?.(date) ?? [];
    const values = domain.is === 'listed' ? [...domain.classOf.keys()] : tried;
    const kind = fact.type.is === 'assessment' ? ('assessment' as const) : ('fact' as const);
    return values
      .filter((value) => facts[id] !== value)
      .map((value): BlindChange => {
        const classOn = (day: number): number | undefined => {
          if (domain.is === 'listed') return domain.classOf.get(value);
          if (domain.is === 'event') return classOfEvent(domain, value, day, []);
          return classOfNumber(domain.line, Number(value), []);
        };
        return {
          kind,
          id,
          make: (asked) => ({ ...asked, facts: { ...asked.facts, [id]: value } }),
          is: (option, day) =>
            option.topic.kind === kind && option.topic.id === id && option.klass === classOn(day),
        };
      });
  });
}

const VALUES: Readonly<Record<string, ((date: number) => readonly Scalar[]) | undefined>> = {
  number: () => [0, 1, 1.5, 2, 2.5, 3, 4, 5, 9],
  date: (date) => Array.from({ length: 24 }, (_, place) => date - 12 + place),
  event: (date) => ['not-yet', ...Array.from({ length: 16 }, (_, place) => date - place)],
};

function readingChanges({ readings }: Pack): readonly BlindChange[] {
  return readings.flatMap(({ id, options }) =>
    options.map(({ id: option }): BlindChange => ({
      kind: 'reading',
      id,
      make: (asked) => ({ ...asked, readings: { ...asked.readings, [id]: option } }),
      is: ({ topic, values = [] }) => topic.kind === 'reading' && topic.id === id && values.includes(option),
    })),
  );
}

function routeChanges(): readonly BlindChange[] {
  return ['alpha', 'beta'].map((party) => ({
    kind: 'route',
    id: party,
    make: (asked, candidate) => (party === candidate ? asked : { ...asked, through: party }),
    is: ({ topic, values = [] }) => topic.kind === 'route' && values.includes(party),
  }));
}

/** Whatever the parties may do in the deal on the day of the act; a notice with all that could be asked for. */
function dealChanges(pack: Pack, { date: asked }: Request): readonly BlindChange[] {
  const happening = (
    kind: BlindChange['kind'],
    id: string,
    event: (on: number) => OpportunityEvent | undefined,
  ): BlindChange => ({
    kind,
    id,
    make: (request, candidate) => {
      const { date, opportunity } = request;
      const deal =
        opportunity?.counterparty === candidate
          ? opportunity
          : { id: 'blind', counterparty: candidate, completeTo: date, events: [] };
      const added = event(date);
      if (added === undefined) return request;
      const isAnswer = added.is === 'decline';
      const isNoticed = deal.events.some((each) => each.is === 'notice' && each.party === id);
      if (isAnswer && !isNoticed) return request;
      const events = [...deal.events, added].toSorted((one, other) => one.on - other.on);
      return { ...request, opportunity: { ...deal, events } };
    },
    is: ({ topic }) => topic.kind === kind && topic.id === id,
  });
  const parties = pack.parties.map(({ id }) => id);
  const holders = pack.clauses.flatMap(({ procedure, holder = '' }) =>
    procedure === undefined ? [] : [holder],
  );
  const notice =
    (party: string) =>
    (on: number): OpportunityEvent => ({
      is: 'notice',
      on,
      party,
      contains: ['price', 'delivery'],
      given: on,
    });
  return [
    ...[...new Set(holders)].flatMap((party) => [
      happening('notice', party, () => notice(party)(asked)),
      happening('notice', party, notice(party)),
      happening('decline', party, (on) => ({ is: 'decline', on, party })),
    ]),
    ...parties.map((party) => happening('waiver', party, (on) => ({ is: 'waiver', on, party }))),
    ...parties.map((party) => happening('consent', party, (on) => ({ is: 'consent', on, party }))),
  ];
}
