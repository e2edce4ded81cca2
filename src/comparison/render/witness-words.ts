import type { AskedSide, ChangeWitness } from '../comparison.ts';

/** Puts the request of a witness in words, and what each side answers; days are told of both sides where they differ. */
export function witnessWords({ before, after }: ChangeWitness): string {
  const answers = `${before.possible.join(' or ')}, then ${after.possible.join(' or ')}`;
  const [then, now] = [before, after].map(requestWords);
  if (then === undefined || now === undefined)
    return `${then ?? now ?? 'a request that neither can be asked'}: ${answers}`;
  const days = [before, after].map(({ request }) => String(request?.['date']));
  const isSame = then.replaceAll(days[0] ?? '', '') === now.replaceAll(days[1] ?? '', '');
  if (!isSame) return `${then}, then ${now}: ${answers}`;
  return `${days[0] === days[1] ? '' : `${days[0] ?? ''}, then `}${now}: ${answers}`;
}

/** A request as one would put it on a command line, as far as that can be done. */
function requestWords({ request }: AskedSide): string | undefined {
  if (request === undefined) return undefined;
  const { date, providers, facts, readings, assessments, elections, designees, through, opportunity } =
    request;
  const settings = [facts, readings, assessments, elections, designees].flatMap((part) =>
    Object.entries(isMap(part) ? part : {}).map(([id, value]) => `${id}=${plainly(value)}`),
  );
  const more = through === undefined ? [] : [`through=${plainly(through)}`];
  const deal = opportunity === undefined ? [] : [`on record: ${dealWords(opportunity)}`];
  return [plainly(date), plainly(providers), ...settings, ...more, ...deal].join(', ');
}

function plainly(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainly).join('+');
  return isMap(value) && 'finding' in value ? plainly(value['finding']) : String(value);
}

function dealWords(opportunity: unknown): string {
  if (!isMap(opportunity)) return '';
  const events: readonly unknown[] = Array.isArray(opportunity['events']) ? opportunity['events'] : [];
  const told = events.map((event) => {
    const [[kind, day] = ['', '']] = Object.entries(isMap(event) ? event : {});
    const party = isMap(event) ? (event['to'] ?? event['by']) : undefined;
    return `${kind} ${plainly(day)}${party === undefined ? '' : ` ${plainly(party)}`}`;
  });
  return [`deal with ${plainly(opportunity['counterparty'])}`, ...told].join('; ');
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
