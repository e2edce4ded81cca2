import { orWords } from '../../diagram/words/listed-words.ts';
import type { Wrap } from '../../regression/reporters/text-report.ts';
import type { MissedRegion, PackCoverage, RegionSubject } from '../coverage.ts';
import { PART_KINDS, type PartKind } from '../parts/contract-part.ts';
import { percentIn } from '../share.ts';
import type { BelowFloor, CoverageReport } from '../report.ts';
import { coverageTable } from './coverage-table.ts';

/** Writes coverage for people: how much is covered, what is not, and scenarios to begin with. */
export function renderCoverage({ packs, below }: CoverageReport, wrap: Wrap): string {
  const blocks = [
    ...packs.flatMap((pack) => packBlocks(pack, wrap)),
    below.flatMap((each) => wrap(belowWords(each, packs), '', '  ')),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function packBlocks(pack: PackCoverage, wrap: Wrap): readonly (readonly string[])[] {
  const { parts, regions, unexamined } = pack;
  return [
    wrap(`${pack.title}: ${counted(pack.scenarios, 'scenario')}`, '', '  '),
    coverageTable(pack),
    partList('No scenario makes these decide:', parts.missed, wrap),
    partList('These decide no request there can be, and are not counted:', parts.idle, wrap),
    unexamined.length === 0
      ? []
      : wrap(`Not looked at, for their answers are not found exactly: ${unexamined.join(', ')}`, '', '  '),
    regions.gaveUp.flatMap((each) =>
      wrap(`Regions not counted${subjectOf(each)}: ${each.because}`, '', '  '),
    ),
    ...proposals(pack, wrap),
    regions.untold === 0 ? [] : wrap(untoldWords(pack), '', '  '),
  ];
}

function untoldWords({ regions: { untold, missed } }: PackCoverage): string {
  const beside = missed.length === 0 ? '' : ', besides those above';
  return `Without a scenario${beside}: ${counted(untold, 'region')}; --missed tells more.`;
}

interface Listed {
  readonly kind: PartKind;
  readonly part: string;
}

function partList(title: string, parts: readonly Listed[], wrap: Wrap): readonly string[] {
  if (parts.length === 0) return [];
  const lines = PART_KINDS.flatMap((kind) =>
    parts
      .filter((each) => each.kind === kind)
      .flatMap(({ part }) => wrap(`${WORDS[kind]} ${part}`, '  ', '    ')),
  );
  return [...wrap(title, '', '  '), ...lines];
}

const WORDS: Readonly<Record<PartKind, string>> = {
  clause: 'clause',
  'carve-out': 'carve-out',
  displacement: 'displacement:',
  ending: 'ending:',
  reading: 'reading',
  state: 'state of',
};

/** What is missed as comments above scenarios that mend it: all of it can be pasted. */
function proposals({ parts, regions }: PackCoverage, wrap: Wrap): readonly (readonly string[])[] {
  const comment: Comment = (line) => wrap(line, '  # ', '  #   ');
  const ofParts = parts.missed.flatMap(({ kind, part, scenario }) =>
    scenario === undefined ? [] : [[...comment(`${WORDS[kind]} ${part}`), scenario.trimEnd()]],
  );
  const ofRegions = regions.missed.map((each) => [
    ...regionLines(each, comment),
    each.scenario?.trimEnd() ?? '  # no request that lies there was found',
  ]);
  const all = [...ofParts, ...ofRegions];
  if (all.length === 0) return [];
  const title =
    'Scenarios to begin with, to be pasted below `scenarios:`. They expect what the engine answers now: hold each against the contract before you keep it.';
  return [wrap(title, '', ''), ...all];
}

type Comment = (line: string) => readonly string[];

function regionLines({ outcomes, where, ...subject }: MissedRegion, comment: Comment): readonly string[] {
  return [
    ...comment(`May ${subject.actor.name} ${subject.act.name} with ${providersOf(subject)}?`),
    ...comment(orWords(outcomes)),
    ...(where.length === 0 ? ['in every case'] : where).flatMap((words) => comment(`- ${words}`)),
  ];
}

function subjectOf({ actor, act, providers, notOf }: Partial<RegionSubject>): string {
  if (actor === undefined || act === undefined || providers === undefined) return '';
  const whom = providersOf({ providers, ...(notOf !== undefined && { notOf }) });
  return `, whether ${actor.name} may ${act.name} with ${whom}`;
}

function providersOf({ providers, notOf }: Pick<RegionSubject, 'providers' | 'notOf'>): string {
  const names = (parties: RegionSubject['providers']): string => orWords(parties.map(({ name }) => name));
  if (notOf === undefined) return names(providers);
  return notOf.length === 0 ? 'any provider' : `any provider but ${names(notOf)}`;
}

function belowWords({ pack, what, atLeast }: BelowFloor, packs: readonly PackCoverage[]): string {
  const found = packs.find(({ id }) => id === pack);
  const reached = found === undefined ? '' : `: ${percentIn(found[what])} of ${what} covered`;
  return `below the floor: ${pack}${reached}, at least ${String(atLeast)} % wanted`;
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
