/** The rows of the one table under a heading of a Markdown page, without its head, as trimmed cells. */
export function rowsUnder(page: string, heading: string): readonly (readonly string[])[] {
  const section = page.split('\n## ').find((each) => each.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`no heading: ${heading}`);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}
