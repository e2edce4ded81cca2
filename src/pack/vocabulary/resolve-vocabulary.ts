import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { complete } from '../forms/complete.ts';
import { checkId, readId } from '../forms/ids.ts';
import type { Names } from '../forms/names.ts';
import { readDay } from '../forms/read-day.ts';
import type { Act, Grade, Party, SourceDocument } from '../pack.ts';
import { relatedTo, type Report } from '../written/report.ts';
import { child, entriesOf, isMap, type Spot } from '../written/written.ts';
import { resolveCalendar } from './resolve-calendar.ts';
import { resolveFact } from './resolve-fact.ts';
import { resolveGroup, withAffiliations } from './resolve-parties.ts';
import { resolveReading } from './resolve-reading.ts';
import { ACT_SHAPE, DOCUMENT_SHAPE, PACK_SHAPE, PARTY_SHAPE, TERM_SHAPE } from './vocabulary-shapes.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

export const LANGUAGE = 1;

export interface PackHead {
  readonly id: string;
  readonly title: string;
  readonly disclaimer: string;
}

/** Resolves `pack.yaml`. What is wrong in one declaration leaves the others as they are. */
export function resolveVocabulary(
  spot: Spot,
  report: Report,
): { readonly head: PackHead | undefined; readonly vocabulary: Vocabulary } {
  const shape = checkShape(spot, PACK_SHAPE, report);
  const sections = { spot, report, isWhole: shape !== undefined };
  const parties = withAffiliations(
    child(spot, 'parties'),
    declared(sections, 'parties', resolveParty),
    report,
  );
  const grades = declared(sections, 'grades', resolveGrade);
  const documents = declared(sections, 'documents', resolveDocument);
  const vocabulary: Vocabulary = {
    parties,
    groups: declared(sections, 'groups', (id, group) => resolveGroup(id, group, parties, report)),
    acts: declared(sections, 'acts', resolveAct),
    facts: declared(sections, 'facts', resolveFact),
    terms: declared(sections, 'terms', resolveTerm),
    readings: declared(sections, 'readings', resolveReading),
    grades,
    documents,
    calendars: declared(sections, 'calendars', (id, calendar) =>
      resolveCalendar(id, calendar, { grades, documents, report }),
    ),
  };
  checkScopeKeys(spot, report);
  if (shape === undefined) return { head: undefined, vocabulary };
  checkLanguage(child(spot, 'language'), report);
  const { title, disclaimer } = shape;
  return { head: complete({ id: readId(child(spot, 'pack'), report), title, disclaimer }), vocabulary };
}

/** The vocabulary where `pack.yaml` could not be read: nothing is declared, and nothing is undeclared. */
export const UNREADABLE: Vocabulary = {
  parties: { declared: new Map(), whole: false },
  groups: { declared: new Map(), whole: false },
  acts: { declared: new Map(), whole: false },
  facts: { declared: new Map(), whole: false },
  terms: { declared: new Map(), whole: false },
  readings: { declared: new Map(), whole: false },
  grades: { declared: new Map(), whole: false },
  documents: { declared: new Map(), whole: false },
  calendars: { declared: new Map(), whole: false },
};

interface Sections {
  readonly spot: Spot;
  readonly report: Report;
  readonly isWhole: boolean;
}

type Resolve<T> = (id: string, spot: Spot, report: Report) => T | undefined;

function declared<T>(sections: Sections, key: string, resolve: Resolve<T>): Names<T> {
  const section = child(sections.spot, key);
  const entries = entriesOf(section).map(([id, spot]) => {
    if (key !== 'grades') checkId(id, spot, 'key', sections.report);
    return [id, resolve(id, spot, sections.report)] as const;
  });
  return {
    declared: new Map(entries),
    whole: isMap(section.value) || (sections.isWhole && section.value === undefined),
  };
}

function resolveParty(id: string, spot: Spot, report: Report): Party | undefined {
  const shape = checkShape(spot, PARTY_SHAPE, report);
  return shape && { id, name: shape.name, provider: shape.provider ?? false };
}

function resolveAct(id: string, spot: Spot, report: Report): Act | undefined {
  const shape = checkShape(spot, ACT_SHAPE, report);
  return shape && { id, title: shape.title };
}

/** Resolves a defined term up to its scope, which may name other terms. */
function resolveTerm(id: string, spot: Spot, report: Report): Term | undefined {
  const shape = checkShape(spot, TERM_SHAPE, report);
  return shape && { id, means: shape.means, when: child(spot, 'when') };
}

function resolveGrade(id: string, spot: Spot, report: Report): Grade | undefined {
  const { value } = spot;
  if (typeof value !== 'string' || value.trim() === '') return reportWrong(spot, 'text', report);
  return { id, means: value };
}

function resolveDocument(id: string, spot: Spot, report: Report): SourceDocument | undefined {
  const shape = checkShape(spot, DOCUMENT_SHAPE, report);
  if (shape === undefined) return undefined;
  const day = readDay(child(spot, 'date'), report);
  const url = shape.url === undefined ? {} : { url: readUrl(child(spot, 'url'), report) };
  return complete({
    id,
    title: shape.title,
    date: day === undefined ? undefined : String(shape.date),
    ...url,
  });
}

function readUrl(spot: Spot, report: Report): string | undefined {
  const { value } = spot;
  if (typeof value === 'string' && /^https?:\/\/[^\s\p{C}<>"\\]+$/u.test(value)) return value;
  return reportWrong(spot, 'an address that begins with `https://`', report);
}

function checkLanguage(spot: Spot, report: Report): void {
  if (spot.value === LANGUAGE) return;
  const message = `the language is not version \`${String(LANGUAGE)}\`, the only one there is`;
  report('pack/language', spot, message, { hint: `write \`language: ${String(LANGUAGE)}\`` });
}

/** Facts and readings are keys of one and the same scopes. */
function checkScopeKeys(spot: Spot, report: Report): void {
  const facts = child(spot, 'facts');
  for (const [id, reading] of entriesOf(child(spot, 'readings'))) {
    const fact = child(facts, id);
    if (fact.value === undefined) continue;
    const related = [relatedTo(fact, 'the fact', 'key')];
    report('pack/name-clash', reading, `${inBackticks(id)} is a fact and a reading`, {
      part: 'key',
      related,
    });
  }
}
