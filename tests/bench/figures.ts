/** One measured figure: in milliseconds, or in words. */
export interface Figure {
  readonly figure: string;
  readonly value: number | string;
  /** How many times as long as, or as long as how many of, what the figure's name says. */
  readonly ratio?: number;
  readonly aim?: string;
  readonly met?: boolean;
}

/** Writes figures as a Markdown table. */
export function renderFigures(figures: readonly Figure[]): string {
  const head = ['figure', 'value', 'ratio', 'aim', 'met'];
  const rows = figures.map(({ figure, value, ratio, aim = '', met }) => [
    figure,
    typeof value === 'number' ? inWords(value) : value,
    ratio === undefined ? '' : significant(ratio),
    aim,
    met === undefined ? '' : met ? 'yes' : 'no',
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join('\n');
}

function inWords(milliseconds: number): string {
  if (milliseconds < 0.001) return `${significant(milliseconds * 1e6)} ns`;
  return milliseconds < 0.1 ? `${significant(milliseconds * 1000)} µs` : `${significant(milliseconds)} ms`;
}

function significant(value: number): string {
  return value >= 100 ? value.toFixed() : value.toPrecision(2);
}
