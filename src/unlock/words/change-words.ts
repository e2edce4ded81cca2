import type { LineDomain } from '../../diagram/variables/line-domain.ts';
import { lineWords } from '../../diagram/words/stretch-words.ts';
import { factOf, partyOf } from '../../pack/lookup.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { describeFactValue } from '../../evaluation/criteria/describe-test.ts';
import { parametersOf } from '../../evaluation/answer/parameters.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import { contentsOfNotice } from '../ground/acts-in-deal.ts';
import { DIRECT } from '../ground/route.ts';
import type { ChangeKind, Topic } from '../options/option.ts';

/** What is said of a change: what it is about, the values that will do, and for an act in the deal its day. */
export interface Said {
  readonly topic: Topic;
  readonly values: readonly string[];
  /** Of a number or a day, the stretches of its line that will do. */
  readonly stretches?: { readonly line: LineDomain; readonly classes: readonly number[] };
  readonly on?: number;
}

/** Gives the values that will do, in words. */
export function valuesSaid({ topic, values, stretches }: Said, pack: Pack): readonly string[] {
  if (stretches === undefined) return values;
  const { type } = factOf(pack, topic.id);
  const unit = type.is === 'number' ? type.unit : undefined;
  const classes = stretches.classes.toSorted((one, other) => one - other);
  return [lineWords(stretches.line, classes, unit)];
}

interface About extends Said {
  readonly pack: Pack;
  readonly request: Request;
  readonly candidate: string;
}

/** Writes a change as a sentence without its full stop. */
export function changeSays(said: Said, pack: Pack, request: Request, candidate: string): string {
  return SAYS[said.topic.kind]({ ...said, pack, request, candidate });
}

const SAYS: Readonly<Record<ChangeKind, (about: About) => string>> = {
  fact: (about) => {
    const { id, party } = about.topic;
    const so = `${either(about)}${asItStands(about)}`;
    return party === undefined ? `if ${id} were ${so}` : `${byWhom(about)} sets ${id} to ${so}`;
  },
  assessment: (about) => `the finding on ${about.topic.id} is ${either(about)}${asItStands(about)}`,
  route: (about) => {
    const [route = DIRECT] = about.values;
    const provider = nameIn(about, about.candidate);
    return route === DIRECT
      ? `${byWhom(about)} has ${provider} serve directly`
      : `${byWhom(about)} has ${provider} serve through ${about.values.map((each) => nameIn(about, each)).join(' or ')}, as its subcontractor`;
  },
  notice: (about) => {
    const contents = contentsOfNotice(about.pack, about.topic.id);
    const stating = contents.length === 0 ? '' : `, stating ${contents.join(', ')}`;
    return `${byWhom(about)} offers ${deal(about)} to ${nameIn(about, about.topic.id)}${onDay(about)}${stating}`;
  },
  information: (about) =>
    `${byWhom(about)} gives ${nameIn(about, about.topic.id)} the information that it asked for${onDay(about)}`,
  decline: (about) => `${byWhom(about)} declines ${deal(about)}${onDay(about)}`,
  silence: (about) => `${byWhom(about)} stays silent until ${lastDay(about)}, its last day to answer`,
  'no-agreement': (about) =>
    `${byWhom(about)} talks without an agreement until ${lastDay(about)}, the last day of the talks`,
  waiver: (about) => `${byWhom(about)} waives what is owed to it, for ${deal(about)}`,
  consent: (about) => `${byWhom(about)} consents to ${deal(about)}`,
  designation: (about) => `${byWhom(about)} designates ${nameIn(about, about.candidate)} to stand in for it`,
  election: (about) => `${byWhom(about)} elects so, by ${about.topic.id}`,
  time: (about) => `the act waits until ${isoFromDay(about.on ?? about.request.date)}`,
  reading: (about) =>
    `${about.topic.id} is read as ${about.values.map((id) => optionIn(about, id)).join(', or as ')}`,
  parameter: (about) => {
    const asked = parametersOf(about.pack).get(about.topic.id)?.question ?? '';
    return `${about.topic.id} turns out to be ${either(about)} (${asked})`;
  },
  start: (about) => {
    const title = about.pack.instruments.find(({ id }) => id === about.topic.id)?.title ?? about.topic.id;
    return `${title} turns out to be ${either(about)}`;
  },
  record: (about) => `it is shown that nothing else has happened in ${deal(about)}`,
};

function byWhom(about: About): string {
  return nameIn(about, about.topic.party ?? '');
}

function nameIn({ pack }: About, party: string): string {
  return partyOf(pack, party).name;
}

function either({ values }: About): string {
  return values.join(' or ');
}

/** What a fact is now, where that is known. */
function asItStands({ topic: { id }, pack, request }: About): string {
  if (!Object.hasOwn(request.facts, id)) return ' (not stated)';
  const value = request.facts[id];
  return value === undefined ? '' : ` (now ${describeFactValue(id, value, pack)})`;
}

function deal(about: About): string {
  return `the deal with ${nameIn(about, about.candidate)}`;
}

function onDay({ on }: About): string {
  return on === undefined ? '' : ` on ${isoFromDay(on)}`;
}

function lastDay({ on, request }: About): string {
  return isoFromDay(on ?? request.date);
}

function optionIn({ pack, topic }: About, id: string): string {
  const reading = pack.readings.find((each) => each.id === topic.id);
  const means = reading?.options.find((option) => option.id === id)?.means;
  return means === undefined ? id : `${id} (${means})`;
}
