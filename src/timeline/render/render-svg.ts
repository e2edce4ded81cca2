import { OUTCOME_WORDS } from '../../explanation/outcome-sentences.ts';
import { wrapText } from '../../explanation/wrap-text.ts';
import type { Outcome } from '../../vocabulary/outcome.ts';
import type { Piece, Timeline } from '../timeline.ts';
import { edgesIn } from './edges-in.ts';
import { scaleOf, type Scale } from './scale.ts';
import { PATTERNS, STYLES } from './svg/styles.ts';
import { ticksOf } from './svg/ticks.ts';
import { asXml } from './svg/xml-text.ts';
import {
  answerWords,
  earliestWords,
  eventsOf,
  footerOf,
  outcomesIn,
  questionOf,
  rangeWords,
} from './timeline-words.ts';

/**
 * Draws a timeline as a picture that needs nothing besides itself: a bar for each candidate, numbered edges, and what makes
 * each of them. It reads on light and on dark ground, in print, and without colour.
 */
export function renderSvg(timeline: Timeline): string {
  const scale = scaleOf(timeline.varied);
  const blocks = [
    headBlock(timeline),
    legendBlock(timeline),
    numbersBlock(timeline, scale),
    ...timeline.providers.map((_, place) => laneBlock(timeline, place, scale)),
    axisBlock(timeline),
    notesBlock(timeline),
  ];
  let y = MARGIN;
  const placed = blocks.map(({ height, body }) => {
    const group = `<g transform="translate(${String(MARGIN)} ${String(y)})">\n${body.join('\n')}\n</g>`;
    y += height;
    return group;
  });
  const size = `viewBox="0 0 ${String(WIDTH)} ${String(y + MARGIN)}" width="${String(WIDTH)}" height="${String(y + MARGIN)}"`;
  const question = asXml(questionOf(timeline));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="cr-timeline" role="img" aria-label="${question}" ${size}>`,
    `<title>${question}</title>`,
    `<desc>${asXml(readAloud(timeline))}</desc>`,
    `<style>\n${STYLES}\n</style>`,
    `<defs>\n${PATTERNS}\n</defs>`,
    `<rect class="cr-ground" width="100%" height="100%"/>`,
    ...placed,
    '</svg>\n',
  ].join('\n');
}

const WIDTH = 960;
const MARGIN = 24;
/** Names of candidates stand to the left of the bars. */
const NAMES = 170;
const BARS = WIDTH - 2 * MARGIN - NAMES;
const LINE = 18;
/** About how wide a letter is; a word is left out of a bar that is too narrow for it. */
const LETTER = 7;

/** A part of the picture: how high it is, and its elements, counted from its own corner. */
interface Block {
  readonly height: number;
  readonly body: readonly string[];
}

function headBlock(timeline: Timeline): Block {
  const { earliest } = timeline;
  const title = wrapText(questionOf(timeline), 88, '').map((line, place) =>
    text(line, 0, 14 + place * 22, 'cr-title'),
  );
  const more = earliest === undefined ? [] : wrapText(earliestWords(earliest, timeline), 120, '');
  const top = title.length * 22;
  return {
    height: top + more.length * LINE + 10,
    body: [...title, ...more.map((line, place) => text(line, 0, top + 14 + place * LINE))],
  };
}

function legendBlock({ providers }: Timeline): Block {
  let x = 0;
  const body = outcomesIn(providers).flatMap((outcome) => {
    const words = OUTCOME_WORDS[outcome];
    const own = [...box(outcome, x, 0, 22, 14), text(words, x + 28, 12, 'cr-small')];
    x += 28 + words.length * LETTER + 22;
    return own;
  });
  return { height: 30, body };
}

/** The numbers of the edges, one above the other where they stand close, the lowest with a line down to the bars. */
function numbersBlock(timeline: Timeline, scale: Scale): Block {
  const rows: number[] = [];
  const placed = edgesIn(timeline).map(({ piece, number }) => {
    const x = NAMES + scale.startOf(piece) * BARS;
    const free = rows.findIndex((last) => x - last >= APART);
    const row = free === -1 ? rows.length : free;
    rows[row] = x;
    return { x, row, number };
  });
  const height = rows.length * ROW + 6;
  const body = placed.flatMap(({ x, row, number }) => {
    const y = height - 8 - row * ROW;
    const line = `<path class="cr-axis cr-guide" d="M${rounded(x)} ${rounded(y + 2)}V${rounded(height)}"/>`;
    return [...(row === 0 ? [line] : []), text(String(number), x, y, 'cr-small', 'middle')];
  });
  return { height, body };
}

const ROW = 14;
/** How far numbers have to stand from each other on one row. */
const APART = 18;

function laneBlock({ varied, providers }: Timeline, place: number, { startOf, endOf }: Scale): Block {
  const { name, pieces } = providers[place] ?? { name: '', pieces: [] };
  const bars = pieces.flatMap((piece) => {
    const [x, end] = [NAMES + startOf(piece) * BARS, NAMES + endOf(piece) * BARS];
    const width = Math.max(end - x, THINNEST);
    const word = OUTCOME_WORDS[piece.outcome];
    const fits = word.length * LETTER + 8 < width;
    return [
      '<g>',
      `<title>${asXml(`${name}, ${pieceWords(piece, varied)}`)}</title>`,
      ...box(piece.outcome, x, 0, width, BAR),
      ...(fits ? [text(word, x + width / 2, 19, `cr-small cr-word cr-word-${piece.outcome}`, 'middle')] : []),
      '</g>',
    ];
  });
  const cut = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return { height: BAR + 8, body: [text(cut, 0, 19), ...bars] };
}

const BAR = 28;
/** However short a piece is, it can be seen. */
const THINNEST = 1.5;
const LONGEST_NAME = 23;

function axisBlock({ varied }: Timeline): Block {
  const marks = ticksOf(varied).flatMap(({ at, label }) => {
    const x = rounded(NAMES + at * BARS);
    return [
      `<path class="cr-axis" d="M${x} 0v6"/>`,
      text(label, NAMES + at * BARS, 20, 'cr-small', 'middle'),
    ];
  });
  const line = `<path class="cr-axis" d="M${String(NAMES)} 0h${String(BARS)}"/>`;
  return { height: 44, body: [line, ...marks] };
}

/** What makes each edge, under its number, and what the answers rest on. */
function notesBlock(timeline: Timeline): Block {
  const lines = [
    ...edgesIn(timeline).flatMap(({ number, at, events }) =>
      wrapText(`${String(number)}  ${at}: ${events.join('; ')}`, LONGEST_LINE, '', '    '),
    ),
    '',
    ...footerOf(timeline).flatMap((paragraph) => wrapText(paragraph, LONGEST_LINE, '')),
  ];
  return {
    height: lines.length * LINE,
    body: lines.map((line, place) => text(line, 0, 12 + place * LINE, 'cr-small')),
  };
}

/** In letters. */
const LONGEST_LINE = 135;

function pieceWords(piece: Piece, varied: Timeline['varied']): string {
  const events = eventsOf(piece).map(({ event }) => event);
  const because = events.length === 0 ? '' : `, because ${events.join('; ')}`;
  return `${rangeWords(piece, varied)}: ${answerWords(piece)}${because}`;
}

function readAloud({ varied, providers }: Timeline): string {
  return providers
    .map(
      ({ name, pieces }) =>
        `${name}: ${pieces.map((piece) => `${rangeWords(piece, varied)} ${answerWords(piece)}`).join('; ')}.`,
    )
    .join(' ');
}

function box(outcome: Outcome, x: number, y: number, width: number, height: number): readonly string[] {
  const place = `x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}"`;
  return [
    `<rect class="cr-bar cr-fill-${outcome}" ${place}/>`,
    `<rect fill="url(#cr-lines-${outcome})" ${place}/>`,
  ];
}

function text(words: string, x: number, y: number, styles = '', anchor = 'start'): string {
  const style = styles === '' ? '' : ` class="${styles}"`;
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text${style}${anchored} x="${rounded(x)}" y="${rounded(y)}" xml:space="preserve">${asXml(words)}</text>`;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
