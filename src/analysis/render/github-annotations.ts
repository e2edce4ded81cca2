import type { Told } from '../../diagnostics/render-diagnostic.ts';

/** Writes a workflow command of GitHub for each mistake or finding: an annotation at its place. */
export function githubAnnotations(all: readonly Told[]): string {
  return all.map(annotation).join('');
}

function annotation({ code, severity, message, place, path, hint }: Told): string {
  const where =
    place === undefined
      ? { file: path }
      : {
          file: place.file,
          line: String(place.line),
          col: String(place.column),
          endColumn: String(place.column + place.length),
        };
  const properties = Object.entries({ ...where, title: code }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`],
  );
  const text = hint === undefined ? message : `${message} (hint: ${hint})`;
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escaped(text)}\n`;
}

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice' } as const;

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
