import { deepStrictEqual, ok } from 'node:assert/strict';
import {
  checkRequest,
  compile,
  evaluate,
  loadPack,
  renderText,
  type Checked,
  type Decision,
  type Pack,
} from '../../src/index.ts';
import type { Figure } from './figures.ts';
import { decideByHand } from './hand-written.ts';
import { medians } from './medians.ts';
import { ONE_ANSWER, QUESTION, RULES } from './question.ts';
import { rulesEngineAlone } from './rules-engine-alone.ts';

const FULL = { explain: 'full', width: 80, color: false } as const;
const MOST_MILLISECONDS = 30;

/** Measures what the library does in one process, all subjects by turns. */
export async function measureLibrary(): Promise<readonly Figure[]> {
  const pack = valueOf(await loadPack(RULES));
  const request = valueOf(checkRequest(pack, QUESTION));
  const decision = await decide(pack, QUESTION);
  const alone = rulesEngineAlone(pack, request);
  deepStrictEqual(decideByHand(QUESTION, request.providers), outcomesOf(decision));
  ok((await alone()) > 0, 'the rules engine alone met no rule');
  const decided = decidingAll(pack, request.providers);
  deepStrictEqual(decided(), [...outcomesOf(decision).values()]);
  const time = await medians(
    {
      load: () => loadPack(RULES),
      one: () => evaluate(pack, ONE_ANSWER),
      all: () => evaluate(pack, QUESTION),
      open: () => evaluate(pack, QUESTION, { assumptions: 'open' }),
      text: () => renderText(decision, FULL),
      hand: () => decideByHand(QUESTION, request.providers),
      alone,
      compiling: () => compile(pack),
      decided,
    },
    {
      rounds: 15,
      calls: { load: 1, one: 5, all: 3, open: 3, text: 3, hand: 2000, alone: 3, compiling: 3, decided: 500 },
    },
  );
  const met = time.all <= MOST_MILLISECONDS;
  return [
    { figure: 'load the shipped pack', value: time.load },
    { figure: 'one answer: one provider, one act', value: time.one },
    {
      figure: `all ${String(decision.answers.length)} providers, both acts, full trace`,
      value: time.all,
      aim: '≤ 30 ms',
      met,
    },
    { figure: 'the same with every assumption open', value: time.open },
    { figure: 'its text in full', value: time.text },
    {
      figure: 'the same outcomes by hand; evaluate takes × as long',
      value: time.hand,
      ratio: time.all / time.hand,
    },
    {
      figure: 'must-rules by json-rules-engine alone; evaluate takes × as long',
      value: time.alone,
      ratio: time.all / time.alone,
    },
    { figure: 'compile the shipped pack', value: time.compiling },
    {
      figure: 'the same outcomes by the compiled pack; × as fast as those must-rules alone',
      value: time.decided,
      ratio: time.alone / time.decided,
    },
    {
      figure: 'the same outcomes by the compiled pack; takes × as long as by hand',
      value: time.decided,
      ratio: time.decided / time.hand,
    },
  ];
}

/** Asks the compiled pack about every provider and both acts, and takes the worse of the two. */
function decidingAll(pack: Pack, providers: readonly string[]): () => readonly string[] {
  const compiled = compile(pack);
  const { actor, date, acts, facts } = QUESTION;
  const outcomeOf = (provider: string, act: string): string => {
    const answer = compiled.decide({ actor, act, provider, date, facts });
    return 'invalid' in answer ? 'invalid' : answer.outcome;
  };
  return () =>
    providers.map((provider) => {
      const outcomes = acts.map((act) => outcomeOf(provider, act));
      return WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'invalid';
    });
}

const WORST_FIRST = ['prohibited', 'conflicted', 'first-refusal', 'conditional', 'permitted'];

async function decide(pack: Pack, document: unknown): Promise<Decision> {
  const asked = await evaluate(pack, document);
  ok(asked.ok, 'the question was refused');
  return asked.decision;
}

function outcomesOf({ answers }: Decision): ReadonlyMap<string, string> {
  return new Map(answers.map(({ provider, outcome }) => [provider, outcome]));
}

function valueOf<T>(checked: Checked<T>): T {
  ok(checked.ok, checked.ok ? '' : checked.diagnostics[0]?.message);
  return checked.value;
}
