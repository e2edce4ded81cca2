import { Lexer, parseAllDocuments, type Document, type YAMLError } from 'yaml';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { diagnosticOf, type Checked } from '../../diagnostics/diagnostic.ts';
import { DEEPEST, LIMITS, tooLarge, type Limits } from './limits.ts';
import { linesOf, placeInText, type Lines } from './place-in-text.ts';
import type { Written } from './written.ts';
import { dataOfYaml } from './yaml-data.ts';
import { describeYamlError } from './yaml-errors.ts';
import { placesInYaml } from './yaml-places.ts';

/**
 * Reads one YAML or JSON document: YAML 1.2, its core schema, no tags, no merge keys, each key once, aliases within
 * bounds. A byte order mark and Windows line ends do no harm.
 */
export function readYaml(given: string, file: string, limits: Limits = LIMITS): Checked<Written> {
  if (typeof given !== 'string') return refused(file, 'file/not-text', 'the file is not text');
  if (given.length > limits.fileSize) return refused(file, 'file/too-large', tooLarge(limits.fileSize));
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const lines = linesOf(file, text);
  const control = text.indexOf('\0');
  if (control !== -1)
    return refusedAt(lines, control, 'file/not-text', 'the file has a NUL character: it is not text');
  try {
    return excess(lines, limits.tokens) ?? read(lines);
  } catch (error) {
    if (error instanceof RangeError) return refusedAt(lines, 0, 'yaml/too-deep', TOO_DEEP);
    throw error;
  }
}

const TOO_DEEP = `lists and maps stand more than ${String(DEEPEST)} deep inside one another`;

function read(lines: Lines): Checked<Written> {
  const documents = parseAllDocuments(lines.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const [first, second] = 'empty' in documents ? [] : documents;
  const mistake = first?.errors[0] ?? first?.warnings[0];
  if (mistake !== undefined) return refusedBy(lines, mistake);
  if (first === undefined) return refusedAt(lines, 0, 'yaml/empty', NOTHING);
  if (second !== undefined) {
    const offset = lines.text.indexOf('---', first.range[1]);
    return refusedAt(
      lines,
      Math.max(0, offset),
      'yaml/several-documents',
      'the file holds more than one document',
    );
  }
  return convert(lines, first);
}

const NOTHING = 'the file says nothing';

function convert(lines: Lines, document: Document.Parsed): Checked<Written> {
  const { contents } = document;
  if (contents === null) return refusedAt(lines, 0, 'yaml/empty', NOTHING);
  const converted = dataOfYaml(contents);
  if (!converted.ok) {
    const { code, message, hint, range } = converted;
    return refusedAt(lines, range[0], code, message, { end: range[1], hint });
  }
  if (converted.data === null) return refusedAt(lines, 0, 'yaml/empty', NOTHING);
  const places = placesInYaml(lines, contents, converted.anchors);
  return { ok: true, value: { data: converted.data, ...places }, warnings: [] };
}

/** Counts what the parser would choke on before the parser sees it. */
function excess(lines: Lines, mostTokens: number): Checked<never> | undefined {
  let [tokens, depth, offset] = [0, 0, 0];
  for (const token of new Lexer().lex(lines.text)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > DEEPEST) return refusedAt(lines, offset, 'yaml/too-deep', TOO_DEEP);
    if (++tokens > mostTokens) return refused(lines.file, 'file/too-large', 'the file has too many parts');
    if (!LEXER_SIGNS.has(token)) offset += token.length;
  }
  return undefined;
}

/** Tokens that the lexer adds to the text: document start, flow error end, scalar start. */
const LEXER_SIGNS = new Set(['\u0002', '\u0018', '\u001F']);

function refusedBy(lines: Lines, error: YAMLError): Checked<never> {
  const { code, message, hint } = describeYamlError(error);
  return refusedAt(lines, error.pos[0], code, message, { end: error.pos[1], hint });
}

function refusedAt(
  lines: Lines,
  offset: number,
  code: DiagnosticCode,
  message: string,
  more: { readonly end?: number; readonly hint?: string | undefined } = {},
): Checked<never> {
  const { end, hint } = more;
  const place = placeInText(lines, offset, end);
  return { ok: false, diagnostics: [diagnosticOf(code, message, { place }, { hint })] };
}

function refused(file: string, code: DiagnosticCode, message: string): Checked<never> {
  return { ok: false, diagnostics: [diagnosticOf(code, message, { path: file })] };
}
