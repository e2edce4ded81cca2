import { wrapText } from '../../explanation/wrap-text.ts';
import type { ComparedPack } from '../comparison.ts';
import type { Flips } from '../flips.ts';
import type { ComparisonReport } from '../report.ts';
import { clausesWords, ORDINARY, subjectWords, verdictWords, whereWords } from './verdict-words.ts';
import { witnessWords } from './witness-words.ts';

/** How a report is laid out. */
export interface ReportLayout {
  readonly width: number;
  /** Whether every statement is written, or only the first of each part. */
  readonly all: boolean;
}

/** Writes a report for people: the verdict, then what changes, then what else is different. */
export function renderText(report: ComparisonReport, layout: ReportLayout): string {
  const blocks = [
    [...heading(report, layout), ...wrapText(verdictWords(report), layout.width, '')],
    ...changeBlocks(report, layout),
    otherBlock(report, layout),
    governingBlock(report, layout),
    differencesBlock(report, layout),
    ...(report.scenarios === undefined ? [] : [flipBlock('scenarios', report.scenarios, layout)]),
    ...(report.requests === undefined ? [] : [flipBlock('requests', report.requests, layout)]),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading({ before, after }: ComparisonReport, { width }: ReportLayout): readonly string[] {
  const name = ({ title, digest, day }: ComparedPack): string =>
    `${title} (${digest.slice(0, 12)}${day === undefined ? '' : `, on ${day}`})`;
  return [
    ...wrapText(`Before: ${name(before)}`, width, '', '  '),
    ...wrapText(`After: ${name(after)}`, width, '', '  '),
    '',
  ];
}

/** Statements of each part beyond these are counted. */
const MOST_SHOWN = 20;

function changeBlocks(report: ComparisonReport, layout: ReportLayout): readonly (readonly string[])[] {
  const parts = [
    { title: `Ordinarily (${ORDINARY}):`, changes: report.changes.filter(({ ordinarily }) => ordinarily) },
    { title: 'Wherever this holds:', changes: report.changes.filter(({ ordinarily }) => !ordinarily) },
  ];
  const blocks = parts
    .filter(({ changes }) => changes.length > 0)
    .flatMap(({ title, changes }) => {
      const shown = layout.all ? changes : changes.slice(0, MOST_SHOWN);
      const rest = changes.length - shown.length;
      const more = rest === 0 ? [] : [[`… and ${String(rest)} more statements; --all shows them`]];
      return [
        wrapText(title, layout.width, ''),
        ...subjects(shown).map((own) => subjectBlock(own, layout)),
        ...more,
      ];
    });
  const { unlisted } = report;
  if (unlisted === 0) return blocks;
  const untold = `${String(unlisted)} changes, each of one act with one provider, take too many statements to be told whole.`;
  return [...blocks, wrapText(untold, layout.width, '')];
}

type Told = ComparisonReport['changes'][number];

/** Statements about the same, in the order of their first. */
function subjects(changes: readonly Told[]): readonly (readonly [Told, ...Told[]])[] {
  const groups = new Map<string, [Told, ...Told[]]>();
  for (const change of changes) {
    const key = `${subjectWords(change)} ${change.before} ${change.after}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [change]);
    else known.push(change);
  }
  return [...groups.values()];
}

function subjectBlock(changes: readonly [Told, ...Told[]], { width }: ReportLayout): readonly string[] {
  const [first] = changes;
  return [
    ...wrapText(subjectWords(first), width, ''),
    `${first.before} → ${first.after}`,
    ...changes.flatMap((change) => statement(change, width)),
  ];
}

function statement(change: Told, width: number): readonly string[] {
  const { id, acknowledged, witness } = change;
  const agreed =
    acknowledged === undefined ? [] : [`acknowledged by ${acknowledged.who}: ${acknowledged.why}`];
  const shown =
    witness === undefined ? 'no request could be written that shows it' : `shown by ${witnessWords(witness)}`;
  return [
    ...wrapText(`- ${whereWords(change)} [${id}]`, width, '  ', '    '),
    ...[clausesWords(change), ...agreed, shown].flatMap((text) => wrapText(text, width, '      ')),
  ];
}

function otherBlock({ otherChanges }: ComparisonReport, { width }: ReportLayout): readonly string[] {
  const lines = otherChanges.flatMap(({ kind, name, before, after, id, acknowledged }) => {
    const agreed =
      acknowledged === undefined ? '' : `; acknowledged by ${acknowledged.who}: ${acknowledged.why}`;
    return wrapText(`- ${kind} ${name}: ${before} → ${after} [${id}]${agreed}`, width, '  ', '    ');
  });
  return lines.length === 0 ? [] : ['Changed besides:', ...lines];
}

function governingBlock({ governing }: ComparisonReport, { width }: ReportLayout): readonly string[] {
  const lines = governing.flatMap((move) => {
    const now = move.nowGoverns.map((clause) => `+${clause}`);
    const no = move.noLongerGoverns.map((clause) => `-${clause}`);
    const words = `- ${subjectWords(move)} ${move.outcome}: ${[...now, ...no].join(' ')}`;
    return wrapText(words, width, '  ', '    ');
  });
  return lines.length === 0 ? [] : ['The same outcome, governed by other clauses:', ...lines];
}

function differencesBlock(
  { clauses, vocabulary }: ComparisonReport,
  { width }: ReportLayout,
): readonly string[] {
  const lines = [
    ...clauses.map(
      ({ clause, change, parts }) =>
        `${change} clause ${clause}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`,
    ),
    ...vocabulary.map(
      ({ kind, id, change, words }) => `${change} ${kind} ${id}${words === undefined ? '' : `: ${words}`}`,
    ),
  ];
  if (lines.length === 0) return [];
  return ['Different in the rules:', ...lines.flatMap((line) => wrapText(`- ${line}`, width, '  ', '    '))];
}

function flipBlock(what: string, { asked, flips }: Flips, { width }: ReportLayout): readonly string[] {
  const lines = flips.map(
    ({ name, provider, before, after }) => `- ${name}, ${provider}: ${before} → ${after}`,
  );
  const count = new Set(flips.map(({ file, name }) => `${file} ${name}`)).size;
  return [
    `${String(count)} of ${String(asked)} ${what} answered otherwise${count === 0 ? '.' : ':'}`,
    ...lines.flatMap((line) => wrapText(line, width, '  ', '    ')),
  ];
}
