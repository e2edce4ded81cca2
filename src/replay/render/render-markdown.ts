import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import type { Replay, ReplayedAnswer, ReplayedDecision } from '../replay.ts';
import { actWords, answerWords, causeWords, countWords, unknownWords } from './cause-words.ts';

/** Writes a replay for a pull request: the counts, and a table of the answers that differ. */
export function renderMarkdown(replay: Replay): string {
  const { unchanged, reasonChanged, flipped, day } = replay;
  const counts = countWords({ unchanged, 'reason-changed': reasonChanged, flipped });
  const on = day === undefined ? '' : ` All are asked on ${day}.`;
  const rows = replay.decisions.flatMap((decision) =>
    decision.answers.filter(({ result }) => result !== 'unchanged').map((answer) => rowOf(decision, answer)),
  );
  const table = ['| line | decision | answer | what made the difference |', '|---|---|---|---|', ...rows];
  return `${[`**${counts}**${on}`, ...(rows.length === 0 ? [] : [table.join('\n')])].join('\n\n')}\n`;
}

function rowOf(decision: ReplayedDecision, answer: ReplayedAnswer): string {
  const { line, actor, acts, date, refusals } = decision;
  const asked = `${actor.name}, ${acts.map(({ name }) => name).join('; ')}, ${date}`;
  const reasons = answer.after === 'refused' ? refusals : answer.acts.map((act) => actWords(act, answer));
  const told = [answerWords(answer), ...reasons].join('; ');
  return `| ${[String(line), asked, told, causesIn(answer)].map(plain).join(' | ')} |`;
}

function causesIn(answer: ReplayedAnswer): string {
  const { causes, together } = answer;
  const told = causes.map(causeWords).join(together ? ', together with ' : '; or ');
  return [told, unknownWords(answer) ?? ''].filter((words) => words !== '').join('; ');
}

/** Text of others, made harmless in Markdown and in the cells of a table. */
function plain(text: string): string {
  return escapeUnprintable(text).replaceAll(/[\\`*_[\]<>|~#&!]/g, (sign) => `\\${sign}`);
}
