import type { Finding } from '../analysis/finding.ts';
import type { Examination } from '../analysis/examine-pack.ts';
import { renderFinding } from '../analysis/render/render-finding.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { escapeUnprintable } from '../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';

/** What was found in one pack's folder; `pack` only where it loads. */
export interface PackReport extends Partial<Examination> {
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
  const all = packs.flatMap(({ diagnostics, findings = [] }) => [...diagnostics, ...findings]);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const warnings = all.filter(({ severity }) => severity === 'warning').length;
  return { format: 'compute-rights/check/1', errors, warnings, packs };
}

/** Writes each pack's mistakes and findings, and a line that sums it up. */
export function renderCheck({ packs }: CheckResult): string {
  const blocks = packs.map((report) =>
    [
      ...report.diagnostics.map(renderDiagnostic),
      ...(report.findings ?? []).map(renderFinding),
      [summary(report), ...schemasOf(report)].join('\n'),
    ].join('\n\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

function summary({ folder, pack, diagnostics, ...examined }: PackReport): string {
  const counts =
    pack === undefined
      ? [counted(diagnostics.length, 'mistake')]
      : [
          counted(pack.clauses, 'clause'),
          counted(pack.instruments, 'instrument'),
          diagnostics.length === 0 ? 'no mistakes' : counted(diagnostics.length, 'warning'),
          ...findingCounts(examined),
        ];
  return `${escapeUnprintable(folder)}: ${counts.join(', ')}`;
}

function findingCounts({
  findings = [],
  suppressed = [],
  proved = [],
  unproved = [],
}: Partial<Examination>): readonly string[] {
  const of = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const broken = new Set(findings.filter(({ severity }) => severity === 'error').map((each) => each.of));
  const open = unproved.filter((id) => !broken.has(id));
  const counts = [
    [of('error'), counted(of('error'), 'broken promise')],
    [of('warning'), counted(of('warning'), 'warning')],
    [of('information'), counted(of('information'), 'remark')],
    [suppressed.length, `${String(suppressed.length)} let stand`],
    [proved.length, `${counted(proved.length, 'promise')} proved`],
    [open.length, `${counted(open.length, 'promise')} not proved`],
  ] as const;
  return counts.flatMap(([count, words]) => (count === 0 ? [] : [words]));
}

/** A line for each schema. */
function schemasOf({ schemas = [] }: PackReport): readonly string[] {
  return schemas.map((path) => `wrote ${escapeUnprintable(path)}`);
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
