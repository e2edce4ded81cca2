import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../../diagnostics/render-diagnostic.ts';
import type { Finding } from '../finding.ts';

/** Writes a finding like a diagnostic, with where it is so and a request that shows it. Has no line break at its end. */
export function renderFinding(finding: Finding): string {
  const { where, request } = finding;
  const lines = [
    renderDiagnostic(finding),
    ...(where === undefined || where.length === 0 ? [] : [`where ${where.join('; ')}`]),
    ...(request === undefined ? [] : [`request ${JSON.stringify(request)}`]),
  ];
  const [head = '', ...shown] = lines;
  return [head, ...shown.map(escapeUnprintable)].join('\n');
}
