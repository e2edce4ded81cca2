import { parse } from 'yaml';

interface TestPoint {
  readonly ok: boolean;
  readonly title: string;
  /** `SKIP` or `TODO` with the reason, where there is one. */
  readonly directive: string | undefined;
  readonly details: unknown;
}

/** Reads a flat TAP 14 stream as its specification says; anything else in it is an error. */
export function readTap(text: string): {
  readonly version: number;
  readonly plan: number;
  readonly points: readonly TestPoint[];
} {
  const [head = '', plan = '', ...lines] = text.trimEnd().split('\n');
  const points: TestPoint[] = [];
  while (lines.length > 0) {
    const point = pointIn(lines.shift() ?? '', points.length + 1);
    points.push({ ...point, details: lines[0] === '  ---' ? detailsIn(lines) : undefined });
  }
  return { version: numberIn(head, /^TAP version (\d+)$/u), plan: numberIn(plan, /^1\.\.(\d+)$/u), points };
}

function pointIn(line: string, count: number): Omit<TestPoint, 'details'> {
  const [, not, number, rest = ''] = /^(not )?ok (\d+) - (.*)$/u.exec(line) ?? [];
  if (Number(number) !== count) throw new Error(`no test point: ${line}`);
  const [title = '', directive] = rest.split(/(?<!\\) # (?=SKIP|TODO)/u).map(unescaped);
  return { ok: not === undefined, title, directive };
}

function numberIn(line: string, form: RegExp): number {
  return Number(form.exec(line)?.[1]);
}

/** Takes the indented block from the front of the lines. */
function detailsIn(lines: string[]): unknown {
  const end = lines.indexOf('  ...');
  return parse(
    lines
      .splice(0, end + 1)
      .slice(1, -1)
      .join('\n'),
  );
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\#])/gu, '$1');
}
