import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import { joined } from '../../explanation/counting.ts';
import { OUTCOME_WORDS } from '../../explanation/outcome-sentences.ts';
import { wrapText } from '../../explanation/wrap-text.ts';
import type { Outcome } from '../../vocabulary/outcome.ts';
import type { Piece, Timeline } from '../timeline.ts';
import { scaleOf, type Scale } from './scale.ts';
import {
  alikeIn,
  answerWords,
  earliestWords,
  eventsOf,
  footerOf,
  inUnit,
  outcomesIn,
  questionOf,
  rangeWords,
  restsOnWords,
  type Alike,
} from './timeline-words.ts';

/** Writes a timeline as plain text: a bar for each candidate, and the same as a list that can be read aloud. */
export function renderText(timeline: Timeline, { width }: { readonly width: number }): string {
  const { earliest } = timeline;
  const wrapped = (text: string): readonly string[] => wrapText(text, width, '');
  const lines = [
    ...wrapped(questionOf(timeline)),
    ...(earliest === undefined ? [] : wrapped(earliestWords(earliest, timeline))),
    '',
    ...barLines(timeline, width),
    ...alikeIn(timeline).flatMap((alike) => ['', ...listLines(alike, timeline, width)]),
    '',
    ...footerOf(timeline).flatMap(wrapped),
  ];
  return `${lines.join('\n')}\n`;
}

const SIGNS: Readonly<Record<Outcome, string>> = {
  prohibited: '#',
  conflicted: '!',
  'first-refusal': '1',
  conditional: '~',
  permitted: '.',
  undetermined: '?',
};

/** Names stand before the bars, cut where they are long; the list has them whole. */
function barLines(timeline: Timeline, width: number): readonly string[] {
  const { varied, providers } = timeline;
  const names = providers.map(({ name }) => escapeUnprintable(name));
  const label = Math.min(Math.max(...names.map((name) => name.length)), LONGEST_NAME);
  const columns = width - label - 2;
  const scale = scaleOf(varied);
  const bars = providers.map(({ pieces }, place) => {
    const name = names[place] ?? '';
    const cut = name.length > label ? `${name.slice(0, label - 1)}…` : name;
    return `${cut.padEnd(label)}  ${barOf(pieces, scale, columns)}`;
  });
  const [first, last] = [inUnit(varied.from, varied), inUnit(varied.to, varied)];
  const axis = `${' '.repeat(label + 2)}${first.padEnd(Math.max(columns - last.length, first.length + 1))}${last}`;
  const legend = outcomesIn(providers).map((outcome) => `${SIGNS[outcome]} is ${OUTCOME_WORDS[outcome]}`);
  const note = `${legend.join(', ')}. One sign is ${perColumn(timeline, scale, columns)}; what is shorter may not show.`;
  return [...bars, axis, ...wrapText(note, width, '')];
}

const LONGEST_NAME = 24;

function perColumn({ varied }: Timeline, { length }: Scale, columns: number): string {
  const own = length / columns;
  if (typeof varied.from === 'string')
    return own <= 1 ? 'a day or less' : `about ${String(Math.round(own))} days`;
  return `about ${inUnit(Number(own.toPrecision(2)), varied)}`;
}

/** Each column shows the answer that takes most of it. */
function barOf(pieces: readonly Piece[], { startOf, endOf }: Scale, columns: number): string {
  const signs = Array.from({ length: columns }, (_, column) => {
    const [from, to] = [column / columns, (column + 1) / columns];
    let most = { share: -1, sign: ' ' };
    for (const piece of pieces) {
      const share = Math.min(endOf(piece), to) - Math.max(startOf(piece), from);
      if (share > most.share) most = { share, sign: SIGNS[piece.outcome] };
    }
    return most.sign;
  });
  return signs.join('');
}

function listLines({ names, pieces }: Alike, { varied }: Timeline, width: number): readonly string[] {
  const items = pieces.flatMap((piece) => [
    ...wrapText(`${rangeWords(piece, varied)}: ${answerWords(piece)}`, width, '  - ', '    '),
    ...eventsOf(piece).flatMap(({ event, source }) => [
      ...wrapText(`because ${event}`, width, '    ', '      '),
      ...wrapText(`Source: ${source}`, width, '      ', '        '),
    ]),
    ...restsOnWords(piece).flatMap((words) => wrapText(words, width, '    ', '      ')),
  ]);
  return [...wrapText(joined(names, 'and'), width, ''), ...items];
}
