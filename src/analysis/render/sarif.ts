import { CATALOGUE, isDiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { FINDINGS } from '../../diagnostics/finding-codes.ts';
import type { Told } from '../../diagnostics/render-diagnostic.ts';

/** Something that was found, with the reason for which it is let stand, if it is. */
export interface Reported extends Told {
  readonly because?: string;
}

/** Gives mistakes and findings as a log of SARIF 2.1.0: one run, a rule for each code that occurs, a result for each. */
export function sarifLog(all: readonly Reported[], version: string): object {
  const codes = [...new Set(all.map(({ code }) => code))].toSorted();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'compute-rights', version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: all.map((each) => resultOf(each, codes.indexOf(each.code))),
      },
    ],
  };
}

function ruleOf(code: string): object {
  const [means, mend] = meaningOf(code);
  return { id: code, shortDescription: { text: means }, help: { text: mend } };
}

function meaningOf(code: string): readonly [means: string, mend: string] {
  if (isDiagnosticCode(code)) return CATALOGUE[code];
  const found = Object.entries(FINDINGS).find(([known]) => known === code);
  if (found === undefined) throw new Error(`\`${code}\` is in no catalogue`);
  const [, [, means, mend]] = found;
  return [means, mend];
}

function resultOf(reported: Reported, ruleIndex: number): object {
  const { code, severity, message, place, path, hint, related = [], because } = reported;
  const location = locationOf(place, path);
  const others = related.flatMap((each) =>
    each.place === undefined
      ? []
      : [{ ...locationOf(each.place, undefined), message: { text: each.message } }],
  );
  return {
    ruleId: code,
    ruleIndex,
    level: severity === 'information' ? 'note' : severity,
    message: { text: hint === undefined ? message : `${message}\nhint: ${hint}` },
    ...(location === undefined ? {} : { locations: [location] }),
    ...(others.length === 0 ? {} : { relatedLocations: others }),
    ...(because === undefined ? {} : { suppressions: [{ kind: 'inSource', justification: because }] }),
  };
}

/** What stands at no place of a file has the name of what it is about. */
function locationOf(place: Place | undefined, path: string | undefined): object | undefined {
  if (place === undefined) {
    return path === undefined ? undefined : { logicalLocations: [{ fullyQualifiedName: path }] };
  }
  const { file, line, column, length } = place;
  const region = { startLine: line, startColumn: column, endColumn: column + length };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

function uriOf(file: string): string {
  const path = file.split(/[/\\]/).map(encodeURIComponent).join('/');
  return file.startsWith('/') ? `file://${path}` : path;
}
