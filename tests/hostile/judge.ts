import type { Checked, Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render-diagnostic.ts';
import type { Decision } from '../../src/evaluation/decision.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { renderMarkdown } from '../../src/explanation/render-markdown.ts';
import { renderText } from '../../src/explanation/render-text.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';

const MOST_MILLISECONDS = 2000;

/** What a stack trace or an object that nobody put into words looks like. */
const FOREIGN =
  /^\s+at .*\d+:\d+|(?:Type|Range|Syntax|Reference|Internal)Error\b|node:internal|\/node_modules\/|fought back|\[object /m;
/** What steers a terminal, hides, or turns the writing direction; a line break is ours. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** Runs what an input leads to; throws where that throws, takes too long, prints what it must not, or pollutes. */
export async function judge(run: () => readonly string[] | Promise<readonly string[]>): Promise<void> {
  const before = process.cpuUsage();
  const printed = await run();
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > MOST_MILLISECONDS) throw new Error(`took ${milliseconds.toFixed()} ms of computing`);
  for (const text of printed) {
    const found = FOREIGN.exec(text) ?? UNPRINTABLE.exec(text);
    if (found !== null) throw new Error(`printed ${JSON.stringify(excerpt(text, found.index))}`);
  }
  if (fingerprint() !== UNTOUCHED) throw new Error('a shared prototype has changed');
}

/** Everything that is shown of a refusal. A refusal without a reason is an error. */
export function shownRefusal(diagnostics: readonly Diagnostic[]): readonly string[] {
  if (diagnostics.length === 0) throw new Error('refused without a diagnostic');
  return diagnostics.map(renderDiagnostic);
}

/** Everything that is shown of a request's answer, or of its refusal. */
export async function shownAnswer(pack: Pack, checked: Checked<Request>): Promise<readonly string[]> {
  if (!checked.ok) return shownRefusal(checked.diagnostics);
  return shownDecision(await evaluateRequest(pack, checked.value));
}

function shownDecision(decision: Decision): readonly string[] {
  if (decision.answers.length === 0) throw new Error('answered about nobody');
  return [
    renderText(decision, { explain: 'full', width: 80, color: false }),
    renderText(decision, { explain: 'brief', width: 20, color: false }),
    renderMarkdown(decision, { explain: 'full' }),
  ];
}

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 120);
}

const SHARED = [Object, Array, Function, String, Number, Map, Set, RegExp, Promise].map(
  ({ prototype }) => prototype as object,
);
const FIRST_VALUES = SHARED.map(valuesOf);
const UNTOUCHED = fingerprint();

/** Names what the shared prototypes hold, and whether it is still what it was at first. */
function fingerprint(): string {
  return SHARED.map((prototype, index) => {
    const values = valuesOf(prototype);
    const same = values.every((value, at) => Object.is(value, FIRST_VALUES[index]?.[at]));
    return `${Reflect.ownKeys(prototype).map(String).join()} ${String(same)} ${String(Object.isExtensible(prototype))}`;
  }).join('\n');
}

function valuesOf(prototype: object): readonly unknown[] {
  return Reflect.ownKeys(prototype).flatMap((key) =>
    Object.values(Object.getOwnPropertyDescriptor(prototype, key) ?? {}),
  );
}
