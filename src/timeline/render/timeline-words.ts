import { counted, joined } from '../../explanation/counting.ts';
import { OUTCOME_WORDS } from '../../explanation/outcome-sentences.ts';
import type { Outcome } from '../../vocabulary/outcome.ts';
import type { AxisValue, Earliest, Piece, ProviderTimeline, Timeline } from '../timeline.ts';

/** Asks in one sentence what a timeline answers. */
export function questionOf({ request, varied, providers }: Timeline): string {
  const acts = joined(
    request.acts.map(({ name }) => name),
    'and',
  );
  const [only, second] = providers;
  const isOne = only !== undefined && second === undefined;
  const which = isOne ? 'May' : 'With which provider may';
  const provider = isOne ? ` with ${only.name} as the provider` : '';
  const over =
    varied.fact === undefined
      ? `from ${String(varied.from)} to ${String(varied.to)}`
      : `on ${request.date}, for ${varied.fact} from ${inUnit(varied.from, varied)} to ${inUnit(varied.to, varied)}`;
  return `${which} ${request.actor.name} ${acts}${provider}, ${over}?`;
}

/** Candidates whose answers are the same everywhere are told of together, in the order of the first of each. */
export interface Alike {
  readonly names: readonly string[];
  readonly pieces: readonly Piece[];
}

/** Groups candidates that have the same pieces for the same reasons. */
export function alikeIn({ providers }: Timeline): readonly Alike[] {
  const groups = new Map<string, { readonly names: string[]; readonly pieces: readonly Piece[] }>();
  for (const { name, pieces } of providers) {
    const key = JSON.stringify(pieces);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { names: [name], pieces });
    else group.names.push(name);
  }
  return [...groups.values()];
}

/** Says between which values a piece lies. */
export function rangeWords({ from, to, fromExcluded, toExcluded }: Piece, unit: Unit): string {
  if (from === to) return typeof from === 'number' ? `at ${inUnit(from, unit)}` : `on ${from}`;
  const low = fromExcluded === true ? `above ${inUnit(from, unit)}` : `from ${inUnit(from, unit)}`;
  return toExcluded === true ? `${low} to below ${inUnit(to, unit)}` : `${low} to ${inUnit(to, unit)}`;
}

type Unit = Pick<Timeline['varied'], 'unit'>;

/** Writes a value with its unit. */
export function inUnit(value: AxisValue, { unit }: Unit): string {
  return typeof value === 'number' && unit !== undefined ? `${String(value)} ${unit}` : String(value);
}

/** Puts a piece's answer in words. */
export function answerWords({ outcome, possible, bounded }: Piece): string {
  if (outcome !== 'undetermined') return OUTCOME_WORDS[outcome];
  const alternatives = possible.map((each) => OUTCOME_WORDS[each]);
  return `undetermined (${joined(alternatives, 'or')})${bounded === true ? ', by bounds' : ''}`;
}

/** Says on what an undetermined piece turns, and which assumptions a piece rests on. */
export function restsOnWords({ turnsOn, assumptions }: Piece): readonly string[] {
  return [
    ...(turnsOn.length === 0 ? [] : [`turns on ${fewOf(turnsOn, 'more unknown')}`]),
    ...(assumptions.length === 0 ? [] : [`assumes ${fewOf(assumptions, 'more value')}`]),
  ];
}

function fewOf(ids: readonly string[], noun: string): string {
  const shown = ids.slice(0, MOST_NAMED);
  const more = ids.length - shown.length;
  return joined([...shown, ...(more > 0 ? [counted(more, noun)] : [])], 'and');
}

const MOST_NAMED = 4;

/** Says what makes an answer another than before, each event with its source. */
export function eventsOf({
  because,
}: Piece): readonly { readonly event: string; readonly source: string; readonly url?: string }[] {
  return because.map(({ event, source: { title, at, date, grade, url } }) => {
    const place = at === undefined ? '' : `, ${at}`;
    return { event, source: `${title}${place}, ${date}, grade ${grade}`, ...(url !== undefined && { url }) };
  });
}

/** Says from which day on a candidate may serve. */
export function earliestWords({ provider, permitted, perhaps }: Earliest, { varied }: Timeline): string {
  const span = `between ${String(varied.from)} and ${String(varied.to)}`;
  const maybe =
    perhaps === undefined ? '' : `; it may be permitted from ${perhaps}, where the answer is undetermined`;
  return permitted === undefined
    ? `${provider.name} is permitted on no day ${span}${maybe}.`
    : `${provider.name} is first permitted on ${permitted}${maybe}.`;
}

/** The request's standing terms in a line, and whose rules answered. */
export function footerOf({ pack, request, varied }: Timeline): readonly string[] {
  const facts = request.facts.filter(({ fact }) => fact !== varied.fact);
  const stated = facts.map(({ fact, value }) => `${fact} = ${value}`).join('; ');
  const deal =
    request.opportunity === undefined
      ? []
      : [
          `The record of ${request.opportunity.id} with ${request.opportunity.counterparty.name} is complete to ${request.opportunity.completeTo}; what happened later is not known.`,
        ];
  return [
    `Facts: ${stated === '' ? 'none stated' : stated}.`,
    ...deal,
    `Rules: ${pack.title} (${pack.id} ${pack.digest.slice(0, 12)}). Request ${request.digest.slice(0, 12)}.`,
    ...(request.knownOn === undefined ? [] : [`As recorded and announced by ${request.knownOn}.`]),
    pack.disclaimer,
  ];
}

/** Gives the outcomes that occur, in one order wherever they are listed. */
export function outcomesIn(providers: readonly ProviderTimeline[]): readonly Outcome[] {
  const found = new Set(providers.flatMap(({ pieces }) => pieces.map(({ outcome }) => outcome)));
  return (Object.keys(OUTCOME_WORDS) as Outcome[]).filter((outcome) => found.has(outcome));
}
