import { escapeUnprintable } from '../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';
import type { Mismatch } from './compare-answer.ts';
import type { ScenarioResult } from './report.ts';

/** Says in one line in what an answer is not what was expected. */
export function describeMismatch({ provider, act, what, expected, found }: Mismatch): string {
  const where = [provider, act, what].filter((part) => part !== undefined).join(', ');
  return escapeUnprintable(`${where}: expected ${inWords(expected)}, found ${inWords(found)}`);
}

/** Says in one line how an expectation was rewritten. */
export function describeChange({ provider, act, what, expected, found }: Mismatch): string {
  const where = [provider, act, what].filter((part) => part !== undefined).join(', ');
  return escapeUnprintable(`${where}: was ${inWords(expected)}, is now ${inWords(found)}`);
}

/** Everything that a scenario is disappointed in, in lines. */
export function complaintsIn(result: Pick<ScenarioResult, 'mismatches' | 'diagnostics'>): readonly string[] {
  return [
    ...result.mismatches.map(describeMismatch),
    ...result.diagnostics.flatMap((each) => renderDiagnostic(each).split('\n')),
  ];
}

function inWords(members: readonly string[]): string {
  return members.length === 0 ? 'none' : members.join(', ');
}
