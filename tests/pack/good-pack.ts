import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checked, Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Clause, Pack } from '../../src/pack/pack.ts';

const folder = 'fixtures/diagnostics/good-pack';

/** The texts of the small pack without mistakes that the fixtures of diagnostics are laid over. */
export const goodTexts: Readonly<Record<string, string>> = textsIn(folder);

/** The YAML files of a folder by name. */
export function textsIn(path: string): Record<string, string> {
  const names = readdirSync(path).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(path, name), 'utf8')]));
}

/** The good pack, with further files laid over it. */
export function goodPack(files: Readonly<Record<string, string>> = {}): Pack {
  return valueOf(loadPackFiles({ ...goodTexts, ...files }));
}

/** The clause of an instrument that is laid over the good pack, made by buyer and seller on the first day of 2025. */
export function clauseOf(yaml: string, head: InstrumentHead = {}): Clause {
  const [clause] = goodPack({ 'extra.yaml': instrumentOf(yaml, head) }).clauses.filter(
    ({ instrument }) => instrument === 'extra',
  );
  if (clause === undefined) throw new Error('the instrument has no clause');
  return clause;
}

/** The codes and places that an instrument gives which is laid over the good pack. */
export function complaintsAbout(yaml: string, head: InstrumentHead = {}): readonly string[] {
  return complaints(loadPackFiles({ ...goodTexts, 'extra.yaml': instrumentOf(yaml, head) }));
}

interface InstrumentHead {
  readonly parties?: string;
  readonly more?: string;
}

/** An instrument with one clause, whose keys are given as flow YAML: `kind: permission, act: procure`. */
export function instrumentOf(
  clause: string,
  { parties = 'buyer, seller', more = '' }: InstrumentHead = {},
): string {
  const head = `instrument: extra\ntitle: Extra\nparties: [${parties}]\nbasis: text\neffective: { from: 2025-01-01 }\n`;
  const source = 'source: { document: deed, grade: A }';
  return `${head}${more}clauses:\n- { id: extra-clause, title: Extra, ${source}, ${clause} }\n`;
}

/** What was checked, or an error that says what is wrong with it. */
export function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(complaints(checked).join('\n'));
}

/** Codes with places, such as `clause/undeclared-fact deed.yaml:3:5`. */
export function complaints(checked: Checked<unknown>): readonly string[] {
  return checked.ok ? [] : checked.diagnostics.map(complaint);
}

/** Codes alone. */
export function codesOf(checked: Checked<unknown>): readonly string[] {
  return checked.ok ? [] : checked.diagnostics.map(({ code }) => code);
}

function complaint({ code, place, path }: Diagnostic): string {
  const where = place === undefined ? path : `${place.file}:${String(place.line)}:${String(place.column)}`;
  return `${code} ${where ?? ''}`;
}
