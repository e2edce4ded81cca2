import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { escapeUnprintable } from '../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';

/** What was found in one pack's folder; `pack` only where it loads. */
export interface PackReport {
  readonly folder: string;
  readonly pack?: {
    readonly id: string;
    readonly digest: string;
    /** How many there are. */
    readonly instruments: number;
    readonly clauses: number;
  };
  readonly diagnostics: readonly Diagnostic[];
  /** The schemas that were written, where they were asked for. */
  readonly schemas?: readonly string[];
}

export interface CheckResult {
  readonly format: 'compute-rights/check/1';
  readonly errors: number;
  readonly warnings: number;
  readonly packs: readonly PackReport[];
}

export function summariseCheck(packs: readonly PackReport[]): CheckResult {
  const all = packs.flatMap(({ diagnostics }) => diagnostics);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return { format: 'compute-rights/check/1', errors, warnings: all.length - errors, packs };
}

/** Writes each pack's mistakes and a line that sums it up. */
export function renderCheck({ packs }: CheckResult): string {
  const blocks = packs.map((report) =>
    [...report.diagnostics.map(renderDiagnostic), [summary(report), ...schemasOf(report)].join('\n')].join(
      '\n\n',
    ),
  );
  return `${blocks.join('\n\n')}\n`;
}

function summary({ folder, pack, diagnostics }: PackReport): string {
  const counts =
    pack === undefined
      ? [counted(diagnostics.length, 'mistake')]
      : [
          counted(pack.clauses, 'clause'),
          counted(pack.instruments, 'instrument'),
          diagnostics.length === 0 ? 'no mistakes' : counted(diagnostics.length, 'warning'),
        ];
  return `${escapeUnprintable(folder)}: ${counts.join(', ')}`;
}

/** A line for each schema. */
function schemasOf({ schemas = [] }: PackReport): readonly string[] {
  return schemas.map((path) => `wrote ${escapeUnprintable(path)}`);
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
