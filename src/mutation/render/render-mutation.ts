import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import type { MutantResult, MutatedPack, MutationReport } from '../report.ts';

/** Breaks a line where it is too long; what runs on is indented by `hanging`. */
export type Wrap = (line: string, indent: string, hanging: string) => readonly string[];

/** Writes for people which mistakes no scenario would notice, each with one that would, and then the counts. */
export function renderMutation({ packs }: MutationReport, wrap: Wrap): string {
  const blocks = packs.flatMap((pack) => {
    const survivors = pack.mutants.filter(({ status }) => status === 'survived');
    return [
      ...survivors.map((each) => survivor(each, wrap)),
      ...pack.mutants.filter(({ status }) => status === 'open').map((each) => openMutant(each, wrap)),
      ...(survivors.length === 0 ? [] : [wrap(ADVICE, '', '').join('\n')]),
      countsIn(pack, wrap),
    ];
  });
  return `${blocks.join('\n\n')}\n`;
}

const ADVICE =
  'The scenarios expect what the rules say now. Whoever keeps one has to agree that it is what the contract says.';

function survivor(mutant: MutantResult, wrap: Wrap): string {
  const { id, would, scenario, because } = mutant;
  const proposed = scenario === undefined ? '' : '; this one would:';
  const said = `no scenario would notice if ${would}${placeOf(mutant)}${proposed}`;
  return [
    ...wrap(escapeUnprintable(said), '', '  '),
    ...wrap(id, '  ', '    '),
    ...(because === undefined ? [] : wrap(escapeUnprintable(because), '  ', '  ')),
    ...(scenario === undefined ? [] : ['', scenario.trimEnd()]),
  ].join('\n');
}

function openMutant(mutant: MutantResult, wrap: Wrap): string {
  const { id, would, because = '' } = mutant;
  const said = `it is open whether a scenario could notice if ${would}${placeOf(mutant)}`;
  return [
    ...wrap(escapeUnprintable(said), '', '  '),
    ...wrap(id, '  ', '    '),
    ...wrap(escapeUnprintable(because), '  ', '  '),
  ].join('\n');
}

function placeOf({ file, line }: MutantResult): string {
  return file === undefined || line === undefined ? '' : ` (${file}:${String(line)})`;
}

function countsIn(counted: MutatedPack, wrap: Wrap): string {
  const { pack, killed, survived, open, equal, notLegal, untried, percent } = counted;
  const share = percent === undefined ? '' : `, ${String(percent)} % killed`;
  const beside = [
    ...(equal === 0 ? [] : [`${String(equal)} proved to answer every request alike`]),
    ...(notLegal === 0 ? [] : [`${String(notLegal)} that cannot be loaded`]),
    ...(untried === 0 ? [] : [`${String(untried)} not tried, as there are too many`]),
  ];
  return [
    ...wrap(
      `${pack.id}: ${String(killed)} killed, ${String(survived)} survived, ${String(open)} open${share}`,
      '',
      '  ',
    ),
    ...(beside.length === 0 ? [] : wrap(`not counted: ${beside.join('; ')}`, '', '  ')),
  ].join('\n');
}
