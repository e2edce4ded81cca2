import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './surroundings.ts';

/** Says on stderr what is wrong with the input, and gives the code for a job that could not be done. */
export function refuse(diagnostics: readonly Diagnostic[], { stderr }: Surroundings): ExitCode {
  stderr.write(`${diagnostics.map(renderDiagnostic).join('\n\n')}\n`);
  return EXIT.couldNotDo;
}
