import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';
import type { Sink } from './surroundings.ts';

/** Writes diagnostics for people, a blank line between two. */
export function writeProblems(diagnostics: readonly Diagnostic[], sink: Sink): void {
  if (diagnostics.length === 0) return;
  sink.write(`${diagnostics.map(renderDiagnostic).join('\n\n')}\n`);
}
