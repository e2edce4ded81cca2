import { expect } from 'vitest';
import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ActAnswer, Answer, Decision } from '../evaluation/decision.ts';
import type { Outcome } from '../vocabulary/outcome.ts';

/** Of which act the answer is meant; of all together where left out. */
export interface AskedOf {
  readonly act?: string;
}

/**
 * What can be expected of a decision, or of what `evaluate` gives. An answer that there is none of, for a provider or
 * an act that was not asked about, is an error, and so is a request that was refused: with and without `not`.
 */
export interface DecisionMatchers {
  /** The provider may serve: `expect(decision).toBePermitted('rival')`. */
  toBePermitted(provider: string, of?: AskedOf): void;
  /** The answer for the provider is exactly this outcome. */
  toHaveOutcome(provider: string, outcome: Outcome, of?: AskedOf): void;
  /** The outcomes that are possible are exactly these, in any order. */
  toHavePossible(provider: string, outcomes: readonly Outcome[], of?: AskedOf): void;
  /** The answer is governed by exactly these clauses, in any order. */
  toBeGovernedBy(provider: string, clauses: readonly string[], of?: AskedOf): void;
  /** The answer turns on exactly these unknowns, in any order; on none where it is settled. */
  toTurnOn(provider: string, unknowns: readonly string[], of?: AskedOf): void;
}

declare module 'vitest' {
  // oxlint-disable-next-line typescript/no-explicit-any -- the declaration that this adds to has this parameter
  interface Matchers<T = any> extends DecisionMatchers {}
}

type Part = Answer | ActAnswer;
type Found = (answer: Part) => readonly string[];

const outcomeOf: Found = ({ outcome }) => [outcome];
const possibleOf: Found = ({ possible }) => possible;
const governingOf: Found = ({ governing }) => governing.map(({ clause }) => clause);
const turnsOnOf: Found = ({ turnsOn }) => turnsOn.map(({ id }) => id);

expect.extend({
  toBePermitted: (received: unknown, provider: string, of?: AskedOf) =>
    compare(received, provider, of, 'be', ['permitted'], outcomeOf),
  toHaveOutcome: (received: unknown, provider: string, outcome: Outcome, of?: AskedOf) =>
    compare(received, provider, of, 'be', [outcome], outcomeOf),
  toHavePossible: (received: unknown, provider: string, outcomes: readonly Outcome[], of?: AskedOf) =>
    compare(received, provider, of, 'be possibly', outcomes, possibleOf),
  toBeGovernedBy: (received: unknown, provider: string, clauses: readonly string[], of?: AskedOf) =>
    compare(received, provider, of, 'be governed by', clauses, governingOf),
  toTurnOn: (received: unknown, provider: string, unknowns: readonly string[], of?: AskedOf) =>
    compare(received, provider, of, 'turn on', unknowns, turnsOnOf),
});

function compare(
  received: unknown,
  provider: string,
  of: AskedOf | undefined,
  verb: string,
  expected: readonly string[],
  found: Found,
) {
  const answer = answerIn(decisionIn(received), provider, of);
  const [wanted, got] = [inOrder(expected), inOrder(found(answer))];
  const who = of?.act === undefined ? provider : `${provider}, for ${of.act},`;
  return {
    pass: JSON.stringify(wanted) === JSON.stringify(got),
    message: () =>
      `expected ${who} to ${verb} ${inWords(wanted)}, found ${inWords(got)}\n` +
      `outcome: ${answer.outcome}; governed by: ${inWords(governingOf(answer))}; ` +
      `turns on: ${inWords(turnsOnOf(answer))}`,
    actual: got,
    expected: wanted,
  };
}

/** Takes a decision, or what `evaluate` gives. */
function decisionIn(received: unknown): Decision {
  if (isRecord(received) && received['ok'] === false && Array.isArray(received['diagnostics'])) {
    const diagnostics = received['diagnostics'] as readonly Diagnostic[];
    throw new Error(`the request was refused:\n${diagnostics.map(renderDiagnostic).join('\n\n')}`);
  }
  const decision = isRecord(received) && 'decision' in received ? received['decision'] : received;
  if (!isRecord(decision) || decision['format'] !== 'compute-rights/decision/1') {
    throw new Error('this is no decision, nor what `evaluate` gives');
  }
  return decision as unknown as Decision;
}

function answerIn({ answers }: Decision, provider: string, of: AskedOf | undefined): Part {
  const answer = answers.find((each) => each.provider === provider);
  if (answer === undefined) {
    throw new Error(
      `no answer for ${provider}; there is one for ${inWords(answers.map((each) => each.provider))}`,
    );
  }
  if (of?.act === undefined) return answer;
  const part = answer.acts.find((each) => each.act === of.act);
  if (part !== undefined) return part;
  throw new Error(
    `no answer for the act ${of.act}; there is one for ${inWords(answer.acts.map(({ act }) => act))}`,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function inOrder(members: readonly string[]): readonly string[] {
  return [...new Set(members)].toSorted();
}

function inWords(members: readonly string[]): string {
  return members.length === 0 ? 'nothing' : members.join(', ');
}
