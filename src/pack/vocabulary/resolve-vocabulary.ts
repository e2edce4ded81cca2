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
import { resolveHappening } from './resolve-happening.ts';
import { checkedShares, resolveMeasure, withMeasures } from './resolve-measure.ts';
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
  const ownFacts = declared(sections, 'facts', (id, fact) => resolveFact(id, fact, parties, report));
  const words = { parties, facts: ownFacts, report };
  const happenings = declared(sections, 'happenings', (id, each) => resolveHappening(id, each, words));
  const measures = declared(sections, 'measures', (id, each) =>
    resolveMeasure(id, each, { ...words, happenings }),
  );
  const vocabulary: Vocabulary = {
    parties,
    groups: declared(sections, 'groups', (id, group) => resolveGroup(id, group, parties, report)),
    acts: declared(sections, 'acts', resolveAct),
    facts: withMeasures(ownFacts, checkedShares(measures, child(spot, 'measures'), report)),
    happenings,
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
  happenings: { declared: new Map(), whole: false },
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

/** Facts, measures and readings are keys of one and the same scopes. */
function checkScopeKeys(spot: Spot, report: Report): void {
  const sections = { facts: 'a fact', measures: 'a measure', readings: 'a reading' };
  const first = new Map<string, { readonly spot: Spot; readonly noun: string }>();
  for (const [section, noun] of Object.entries(sections)) {
    for (const [id, each] of entriesOf(child(spot, section))) {
      const before = first.get(id);
      if (before === undefined) first.set(id, { spot: each, noun });
      else {
        const related = [relatedTo(before.spot, before.noun.replace(/^a /, 'the '), 'key')];
        const message = `${inBackticks(id)} is ${before.noun} and ${noun}`;
        report('pack/name-clash', each, message, { part: 'key', related });
      }
    }
  }
}
