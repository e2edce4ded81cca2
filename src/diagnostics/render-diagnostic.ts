import type { Diagnostic, Place } from './diagnostic.ts';
import { escapeUnprintable } from './plain-text.ts';

const FRAME_WIDTH = 120;
const ROOM_BEFORE = 60;

/** A diagnostic, or a finding about a document without mistakes. */
export interface Told extends Omit<Diagnostic, 'code' | 'severity'> {
  readonly code: string;
  readonly severity: Diagnostic['severity'] | 'information';
}

/**
 * Writes a diagnostic for people to read: place, message, the line with carets, hint. Has no line break at its end.
 *
 * ```text
 * rules/example/deed.yaml:12:14
 * error clause/undeclared-fact: criterion names `capcity`, which the pack does not declare
 * 12 |     when: { capcity: new }
 *    |             ^^^^^^^
 * hint: did you mean `capacity`?
 * ```
 *
 * ```ts
 * const checked = checkRequest(pack, { actor: 'byer', date: '2025-03-31', acts: ['procure'] });
 * const lines = checked.ok ? [] : checked.diagnostics.map(renderDiagnostic).join('\n').split('\n');
 * for (const line of lines) console.log(line);
 * // prints: actor
 * // prints: error request/undeclared-party: `byer` is no party that the pack declares
 * // prints: hint: did you mean `buyer`?
 * ```
 */
export function renderDiagnostic(diagnostic: Told): string {
  const { place, path, hint, related } = diagnostic;
  const lines = [
    ...(place === undefined ? [] : [header(place)]),
    ...(place === undefined && path !== undefined ? [escapeUnprintable(path)] : []),
    escapeUnprintable(`${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`),
    ...(place === undefined ? [] : frame(place)),
    ...(hint === undefined ? [] : [`hint: ${escapeUnprintable(hint)}`]),
  ];
  for (const each of related ?? []) {
    const where = each.place === undefined ? '' : `${header(each.place)}: `;
    lines.push(`see ${where}${escapeUnprintable(each.message)}`);
  }
  return lines.join('\n');
}

function header(place: Place): string {
  return `${escapeUnprintable(place.file)}:${String(place.line)}:${String(place.column)}`;
}

/** The line and the carets below it; nothing where the line is blank or the column lies outside it. */
function frame(place: Place): string[] {
  const start = place.column - (place.lineTextFrom ?? 1);
  if (place.lineText.trim() === '' || start < 0 || start > place.lineText.length) return [];
  const from = start > FRAME_WIDTH - ROOM_BEFORE ? start - ROOM_BEFORE : 0;
  const shown = place.lineText.slice(from, from + FRAME_WIDTH);
  const before = display(shown.slice(0, start - from));
  const marked = display(shown.slice(start - from, start - from + place.length));
  const cutLeft = from > 0 || (place.lineTextFrom ?? 1) > 1 ? '…' : '';
  const cutRight = from + FRAME_WIDTH < place.lineText.length ? '…' : '';
  const gutter = String(place.line);
  return [
    `${gutter} | ${cutLeft}${display(shown)}${cutRight}`,
    `${' '.repeat(gutter.length)} | ${' '.repeat(cutLeft.length + widthOf(before))}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
  ];
}

function display(text: string): string {
  return escapeUnprintable(text.replaceAll('\t', ' '));
}

function widthOf(text: string): number {
  return Array.from(text).length;
}
