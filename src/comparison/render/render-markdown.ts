import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import type { Flips } from '../flips.ts';
import type { ComparisonReport } from '../report.ts';
import { clausesWords, ORDINARY, subjectWords, verdictWords, whereWords } from './verdict-words.ts';

/** Writes a report for a pull request: the verdict, a table of changes, and the rest folded away. */
export function renderMarkdown(report: ComparisonReport): string {
  const blocks = [
    `**${plain(verdictWords(report))}**`,
    tableOf(report, true),
    tableOf(report, false),
    unlistedOf(report),
    listOf('Changed besides', othersOf(report)),
    folded('The same outcome, governed by other clauses', movesOf(report)),
    folded('Different in the rules', differencesOf(report)),
    ...(report.scenarios === undefined ? [] : [flipsOf('scenarios', report.scenarios)]),
    ...(report.requests === undefined ? [] : [flipsOf('requests', report.requests)]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Text of others, made harmless in Markdown and in the cells of a table. */
function plain(text: string): string {
  return escapeUnprintable(text).replaceAll(/[\\`*_[\]<>|~#&!]/g, (sign) => `\\${sign}`);
}

function tableOf({ changes }: ComparisonReport, ordinarily: boolean): string {
  const own = changes.filter((change) => change.ordinarily === ordinarily);
  if (own.length === 0) return '';
  const rows = own.map((change) => {
    const { before, after, id, acknowledged } = change;
    const agreed =
      acknowledged === undefined ? '' : ` acknowledged by ${acknowledged.who}: ${acknowledged.why}`;
    const cells = [subjectWords(change), whereWords(change), `${before} → ${after}`, clausesWords(change)];
    return `| ${[...cells.map(plain), `${code(id)}${plain(agreed)}`].join(' | ')} |`;
  });
  const title = ordinarily ? `Ordinarily: ${ORDINARY}.` : 'Wherever this holds:';
  return [title, '', '| who | where | change | clauses | id |', '|---|---|---|---|---|', ...rows].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

function unlistedOf({ unlisted }: ComparisonReport): string {
  if (unlisted === 0) return '';
  return `${String(unlisted)} changes, each of one act with one provider, take too many statements to be told whole.`;
}

function othersOf({ otherChanges }: ComparisonReport): readonly string[] {
  return otherChanges.map(({ kind, name, before, after, id, acknowledged }) => {
    const agreed =
      acknowledged === undefined ? '' : `, acknowledged by ${acknowledged.who}: ${acknowledged.why}`;
    return `${plain(`${kind} ${name}: ${before} → ${after}`)} ${code(id)}${plain(agreed)}`;
  });
}

function movesOf({ governing }: ComparisonReport): readonly string[] {
  return governing.map((move) => {
    const clauses = [
      ...move.nowGoverns.map((clause) => `now ${clause}`),
      ...move.noLongerGoverns.map((clause) => `no longer ${clause}`),
    ];
    return plain(`${subjectWords(move)} ${move.outcome}: ${clauses.join(', ')}`);
  });
}

function differencesOf({ clauses, vocabulary }: ComparisonReport): readonly string[] {
  return [
    ...clauses.map(({ clause, change, parts }) =>
      plain(`${change} clause ${clause}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`),
    ),
    ...vocabulary.map(({ kind, id, change, words = '' }) =>
      plain(`${change} ${kind} ${id}${words === '' ? '' : `: ${words}`}`),
    ),
  ];
}

function flipsOf(what: string, { asked, flips }: Flips): string {
  const count = new Set(flips.map(({ file, name }) => `${file} ${name}`)).size;
  const lines = flips.map(({ name, provider, before, after }) =>
    plain(`${name}, ${provider}: ${before} → ${after}`),
  );
  return listOf(`${String(count)} of ${String(asked)} ${what} answered otherwise`, lines, true);
}

function listOf(title: string, lines: readonly string[], evenIfEmpty = false): string {
  if (lines.length === 0) return evenIfEmpty ? `${title}.` : '';
  return [`${title}:`, '', ...lines.map((line) => `- ${line}`)].join('\n');
}

function folded(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [
    '<details>',
    `<summary>${title}</summary>`,
    '',
    ...lines.map((line) => `- ${line}`),
    '',
    '</details>',
  ].join('\n');
}
