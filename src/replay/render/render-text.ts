import { wrapText } from '../../explanation/wrap-text.ts';
import type { Replay, ReplayedAnswer, ReplayedDecision, ReplayedPack } from '../replay.ts';
import { actWords, answerWords, causesLead, causeWords, countWords, unknownWords } from './cause-words.ts';

/** How a replay is laid out. */
export interface ReplayLayout {
  readonly width: number;
  /** Whether every decision is written, or only the first of those that differ. */
  readonly all: boolean;
}

/** Writes a replay for people: the counts, then each decision that differs, and what made the difference. */
export function renderText(replay: Replay, layout: ReplayLayout): string {
  const { unchanged, reasonChanged, flipped, day } = replay;
  const told = layout.all
    ? replay.decisions
    : replay.decisions.filter(({ result }) => result !== 'unchanged');
  const shown = layout.all ? told : told.slice(0, MOST_SHOWN);
  const on = day === undefined ? '' : ` All are asked on ${day}.`;
  const counts = countWords({ unchanged, 'reason-changed': reasonChanged, flipped });
  const rest = told.length - shown.length;
  const blocks = [
    [...headingOf(replay, layout), '', ...wrapText(`${counts}${on}`, layout.width, '')],
    ...shown.map((decision) => decisionBlock(decision, layout)),
    ...(rest === 0 ? [] : [[`… and ${String(rest)} more decisions that differ; --all shows them`]]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Decisions beyond these are counted. */
const MOST_SHOWN = 50;

function headingOf({ before, after }: Replay, { width }: ReplayLayout): readonly string[] {
  const name = ({ title, digest }: ReplayedPack): string => `${title} (${digest.slice(0, 12)})`;
  return [
    ...(before === undefined ? [] : wrapText(`Before: ${name(before)}`, width, '', '  ')),
    ...wrapText(`After: ${name(after)}`, width, '', '  '),
  ];
}

function decisionBlock(decision: ReplayedDecision, { width }: ReplayLayout): readonly string[] {
  const { line, actor, acts, date, rules, refusals } = decision;
  const deeds = acts.map(({ name }) => name).join('; ');
  const heading = `Line ${String(line)}: ${actor.name}, ${deeds}, ${date} (rules ${rules.slice(0, 12)})`;
  return [
    ...wrapText(heading, width, '', '  '),
    ...refusals.flatMap((message) => wrapText(`refused now: ${message}`, width, '  ', '    ')),
    ...alike(decision.answers).flatMap((answer) => answerLines(answer, width)),
  ];
}

/** Answers of which the same is to be said, as one under all their names. */
function alike(answers: readonly ReplayedAnswer[]): readonly ReplayedAnswer[] {
  const groups = new Map<string, ReplayedAnswer>();
  for (const answer of answers) {
    const key = JSON.stringify({ ...answer, provider: '', name: '' });
    const known = groups.get(key);
    groups.set(key, known === undefined ? answer : { ...known, name: `${known.name}, ${answer.name}` });
  }
  return [...groups.values()];
}

function answerLines(answer: ReplayedAnswer, width: number): readonly string[] {
  const { acts, causes } = answer;
  const reasons = answer.after === 'refused' ? [] : acts.map((act) => actWords(act, answer));
  const unknown = unknownWords(answer);
  const why = unknown === undefined ? [] : [unknown];
  return [
    ...wrapText(answerWords(answer), width, '  ', '    '),
    ...[...reasons, ...why].flatMap((text) => wrapText(text, width, '    ', '      ')),
    ...(causes.length === 0 ? [] : wrapText(causesLead(answer), width, '    ', '      ')),
    ...causes.flatMap((cause) => wrapText(`- ${causeWords(cause)}`, width, '    ', '      ')),
  ];
}
