import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Report } from '../written/report.ts';
import type { Part, Spot } from '../written/written.ts';
import { reportWrong } from './check-shape.ts';

const MOST_LISTED = 10;

/** What is declared under each id; `undefined` for what is declared wrongly, so that its uses are not wrong too. */
export interface Names<T> {
  readonly declared: ReadonlyMap<string, T | undefined>;
  /** False where declarations could not be read: then an unknown name is no mistake of its own. */
  readonly whole: boolean;
}

export function namesOf<T extends { readonly id: string }>(things: readonly T[]): Names<T> {
  return { declared: new Map(things.map((thing) => [thing.id, thing])), whole: true };
}

/** How to speak about a name that is not declared. */
export interface Naming {
  readonly code: DiagnosticCode;
  /** With its article: "a party". */
  readonly noun: string;
  /** Words that may stand besides the declared names. */
  readonly also?: readonly string[];
  /** What to do where no declared name is close. */
  readonly hint?: string;
  /** Which part the carets mark; the value where left out. */
  readonly part?: Part;
}

/** Reads the name of something declared. */
export function readName<T>(spot: Spot, names: Names<T>, naming: Naming, report: Report): string | undefined {
  const { value } = spot;
  if (typeof value !== 'string' || value === '') return reportWrong(spot, `the id of ${naming.noun}`, report);
  return checkName(value, spot, names, naming, report) ? value : undefined;
}

/** Checks that a name is declared. */
export function checkName<T>(
  name: string,
  spot: Spot,
  names: Names<T>,
  naming: Naming,
  report: Report,
): boolean {
  const { code, noun, also = [], part = 'value' } = naming;
  if (names.declared.has(name) || also.includes(name)) return true;
  if (!names.whole) return false;
  const hint = didYouMean(name, [...also, ...names.declared.keys()]) ?? naming.hint ?? allOf(names);
  const bare = noun.replace(/^an? /, '');
  report(code, spot, `${inBackticks(name)} is no ${bare} that the pack declares`, { hint, part });
  return false;
}

/** Lists what is declared, where that is little. */
function allOf<T>({ declared }: Names<T>): string | undefined {
  const isLittle = declared.size > 0 && declared.size <= MOST_LISTED;
  return isLittle ? `the pack has ${listed([...declared.keys()], 'and')}` : undefined;
}
