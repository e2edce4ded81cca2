import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { diagnosticOf, type Checked } from '../../diagnostics/diagnostic.ts';
import { DEEPEST, LIMITS, MOST_PARTS } from './limits.ts';
import { pathInWords, type Path, type Written } from './written.ts';

/**
 * Takes a JavaScript value as a document. Only plain data passes: no getters, functions, symbols, cycles, class
 * instances or holes in lists. It is copied part by part, and nothing that the value does can make this throw.
 */
export function takeValue(value: unknown, file = ''): Checked<Written> {
  const take: Take = { path: [], open: new Set(), parts: 0, textLength: 0 };
  try {
    const data = copy(value, take);
    const placeOf = (path: Path): { readonly path: string } => ({ path: whereabouts(file, path) });
    return { ok: true, value: { data, placeOf, sourceOf: () => undefined }, warnings: [] };
  } catch {
    // What was thrown may be hostile too, so it is not looked at.
    const { code, message } = take.refusal ?? TRAPPED;
    const path = whereabouts(file, take.path);
    return { ok: false, diagnostics: [diagnosticOf(code, message, { path })] };
  }
}

interface Refusal {
  readonly code: DiagnosticCode;
  readonly message: string;
}

/** A value's own code, such as a proxy's, threw while it was read. */
const TRAPPED: Refusal = { code: 'value/not-plain', message: 'the value cannot be read' };

interface Take {
  readonly path: (string | number)[];
  readonly open: Set<object>;
  parts: number;
  textLength: number;
  refusal?: Refusal;
}

function copy(value: unknown, take: Take): unknown {
  if (++take.parts > MOST_PARTS) refuse(take, 'value/too-large', 'the document has too many parts');
  if (typeof value === 'string') return copyText(value, take);
  if (typeof value === 'boolean' || typeof value === 'number' || value === null) return value;
  if (typeof value !== 'object') refuse(take, 'value/not-plain', `${nameOf(value)} is no part of a document`);
  if (take.open.has(value)) refuse(take, 'value/not-plain', 'the value contains itself');
  if (take.path.length >= DEEPEST)
    refuse(take, 'value/too-large', 'lists and maps stand too deep in one another');
  take.open.add(value);
  const copied = Array.isArray(value) ? copyList(value, take) : copyMap(value, take);
  take.open.delete(value);
  return copied;
}

function copyText(text: string, take: Take): string {
  take.textLength += text.length;
  if (take.textLength > LIMITS.fileSize) refuse(take, 'value/too-large', 'the document has too much text');
  if (/\p{Cs}/u.test(text)) refuse(take, 'value/not-plain', 'half of a surrogate pair is no character');
  return text;
}

function copyList(list: readonly unknown[], take: Take): unknown[] {
  const { length } = list;
  if (length > MOST_PARTS) refuse(take, 'value/too-large', 'the document has too many parts');
  return Array.from({ length }, (_, index) => {
    const property = Object.getOwnPropertyDescriptor(list, index);
    return within(index, take, () => {
      if (property === undefined) refuse(take, 'value/not-plain', 'the list has a hole');
      return copy(plainProperty(property, take), take);
    });
  });
}

function copyMap(map: object, take: Take): unknown {
  const prototype: unknown = Object.getPrototypeOf(map);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    refuse(take, 'value/not-plain', 'the value is no plain map: dates, for one, are written as text');
  }
  const copied = Object.create(null) as Record<string, unknown>;
  for (const key of Reflect.ownKeys(map)) {
    const property = Object.getOwnPropertyDescriptor(map, key);
    if (property?.enumerable !== true || ('value' in property && property.value === undefined)) continue;
    if (typeof key === 'symbol') refuse(take, 'value/not-plain', 'a symbol is no key of a document');
    within(key, take, () => (copied[copyText(key, take)] = copy(plainProperty(property, take), take)));
  }
  return copied;
}

function plainProperty(property: PropertyDescriptor, take: Take): unknown {
  if (!('value' in property)) refuse(take, 'value/not-plain', 'a getter is no part of a document');
  return property.value;
}

/** Runs with a step added to the path, which stays where it is if the run is refused. */
function within<T>(step: string | number, take: Take, run: () => T): T {
  take.path.push(step);
  const result = run();
  take.path.pop();
  return result;
}

/** Leads out of the copy; the reason stays behind. */
function refuse(take: Take, code: DiagnosticCode, message: string): never {
  take.refusal = { code, message };
  throw new Error(message);
}

function nameOf(value: unknown): string {
  return value === undefined ? 'a missing value' : `a ${typeof value}`;
}

function whereabouts(file: string, path: Path): string {
  const inside = pathInWords(path) || 'request';
  return file === '' ? inside : `${file}: ${inside}`;
}
