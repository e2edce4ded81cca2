import type { Checked } from '../../diagnostics/diagnostic.ts';
import type { Decision } from '../../evaluation/decision.ts';
import {
  changesIn,
  nextTurn,
  standIns,
  startInterview,
  withoutLastReply,
  withReply,
  type Interview,
  type Turn,
} from '../../interview/interview.ts';
import type { Draft } from '../../interview/draft.ts';
import type { Question } from '../../interview/question.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { loadPack } from '../../pack/load-pack.ts';
import { readRequest } from '../../pack/check-request.ts';
import type { Pack } from '../../pack/pack.ts';
import { writeRequest } from '../../pack/requests/write-request.ts';
import { REQUEST_LIMITS } from '../../pack/written/limits.ts';
import { readYaml } from '../../pack/written/read-yaml.ts';
import { isMap } from '../../pack/written/written.ts';
import { diskPath } from '../disk-path.ts';
import { EXIT, exitCodeOf, type ExitCode } from '../exit-code.ts';
import { findPack } from '../find-packs.ts';
import { readInput, type Input } from '../read-input.ts';
import { refuse } from '../refuse.ts';
import type { Attended } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { answerInWords, standingOf } from './answer-in-words.ts';
import { deliverRequest } from './deliver-request.ts';
import { openPrompts, type Prompts } from './prompts.ts';

export interface AskOptions {
  readonly rules?: string;
  readonly output?: string;
}

/** Holds an interview, and writes the request that comes of it. */
export async function ask(
  path: string | undefined,
  { rules, output }: AskOptions,
  surroundings: Attended,
): Promise<ExitCode> {
  const folder = findPack(rules, surroundings);
  const input = path === undefined ? NOTHING_YET : await readInput(path, surroundings);
  if (!input.ok) return refuse(input.diagnostics, surroundings);
  const pack = await loadPack(diskPath(folder, surroundings.cwd));
  if (!pack.ok) return refuse(pack.diagnostics, surroundings);
  const given = draftIn(input.value, pack.value);
  if (!given.ok) return refuse(given.diagnostics, surroundings);
  const prompts = openPrompts(surroundings);
  const held = await hold(startInterview(pack.value, given.value), prompts, surroundings);
  if (held === 'ended') return EXIT.interrupted;
  if (!held.ok) return refuse(held.diagnostics, surroundings);
  const { interview, turn } = held.value;
  const text = writeRequest(input.value.text, changesIn(interview));
  const decision = await reproduced(pack.value, text, turn.decision);
  prompts.say(answerInWords(decision, turn.beyond, surroundings));
  await deliverRequest(text, output, prompts, surroundings);
  return exitCodeOf(decision);
}

const NOTHING_YET = { ok: true, value: { file: 'request', text: '' }, warnings: [] } as const;

/** What a file says of a request, which need not be whole. Its mistakes are told by their places in it. */
function draftIn({ text, file }: Input, pack: Pack): Checked<Draft> {
  if (text.trim() === '') return { ok: true, value: {}, warnings: [] };
  const read = readYaml(text, file, REQUEST_LIMITS);
  if (!read.ok) return read;
  const { data } = read.value;
  if (!isMap(data)) throw new UsageError(`${inBackticks(file)} holds no request`);
  const missing = Object.entries(standIns(pack)).filter(([key]) => !Object.hasOwn(data, key));
  const checked = readRequest(pack, text, file, Object.fromEntries(missing));
  return checked.ok ? { ok: true, value: data, warnings: [] } : checked;
}

interface Held {
  readonly interview: Interview;
  readonly turn: Turn;
}

/** Asks until nothing is left to ask. */
async function hold(
  begun: Interview,
  prompts: Prompts,
  surroundings: Attended,
): Promise<Checked<Held> | 'ended'> {
  let interview = begun;
  for (;;) {
    const turn = await nextTurn(interview);
    if (!turn.ok) return turn;
    const { decision, question } = turn.value;
    if (question === undefined) return { ok: true, value: { interview, turn: turn.value }, warnings: [] };
    if (decision !== undefined) prompts.say(standingOf(decision, surroundings));
    const next = await replied(interview, question, prompts);
    if (next === 'ended') return 'ended';
    if (next === 'enough') return { ok: true, value: { interview, turn: turn.value }, warnings: [] };
    interview = next;
  }
}

/** Asks one question, until the reply is one that a request can hold. */
async function replied(
  interview: Interview,
  question: Question,
  prompts: Prompts,
): Promise<Interview | 'ended' | 'enough'> {
  const mayGoBack = interview.replies.length > 0;
  for (;;) {
    const reply = await prompts.ask(question, mayGoBack);
    if (reply === 'ended' || reply === 'enough') return reply;
    if (reply === 'back') return withoutLastReply(interview);
    const next = withReply(interview, question, reply);
    if (next.ok) return next.value;
    prompts.complain(next.diagnostics);
  }
}

/** Reads what is about to be written and decides it again: anything but the same answer is a mistake of ours. */
async function reproduced(pack: Pack, text: string, shown: Decision | undefined): Promise<Decision> {
  const request = readRequest(pack, text, 'request');
  if (!request.ok) throw new Error(`the interview led to a request that does not load:\n${text}`);
  const { evaluateRequest } = await import('../../evaluation/evaluate-request.ts');
  const decision = await evaluateRequest(pack, request.value);
  if (shown !== undefined && shown.request.digest !== decision.request.digest)
    throw new Error(`the request written is not the one that was answered:\n${text}`);
  return decision;
}
