import fc from 'fast-check';
import {
  CANDIDATES,
  EVERY_PARTY,
  GENERATED_ACTS,
  GENERATED_FACTS,
  type GENERATED_READINGS,
  isoDay,
  type Document,
  type Part,
} from './generated-words.ts';
import { affiliations, rareAffiliations } from './generate-affiliations.ts';
import { clauses, type Emphasis } from './generate-clauses.ts';
import { DAY_FACTS, GENERATED_CALENDARS } from './generate-days.ts';
import { GENERATED_HAPPENINGS, measures } from './generate-measures.ts';
import { withoutBlanks } from './generate-parts.ts';
import { palettesFor, PLACES, scopes } from './generate-scopes.ts';
import { generatedReading } from './generated-reading.ts';

/** The files of a pack by name, as documents; `filesOf` writes them. */
export type PackDocuments = Readonly<Record<string, Document>>;

interface Sketch {
  readonly assumed: Readonly<Record<keyof typeof GENERATED_READINGS, string | undefined>>;
  readonly instruments: readonly InstrumentSketch[];
  readonly terms: Readonly<Record<string, Document>>;
  readonly measures: Readonly<Record<string, Document>>;
  readonly affiliations: Readonly<Record<string, readonly string[]>>;
  /** Which clause goes first where two are tied by precedence; the ids of the clauses are drawn from it too. */
  readonly ranks: readonly number[];
  readonly ties: readonly { readonly one: number; readonly other: number; readonly by: 'high' | 'low' }[];
}

interface InstrumentSketch {
  readonly from: number;
  readonly band: number;
  readonly parties: readonly string[];
  readonly assented: readonly string[];
  readonly clauses: readonly Document[];
  readonly ends: readonly number[];
  readonly amends: readonly Change[];
  readonly waives: readonly Change[];
}

/** What an instrument makes of the scope of an earlier clause, by the place of that clause. */
interface Change {
  readonly place: number;
  readonly when: Document;
}

/** A clause with its place: rank decides who prevails, so that precedence has no cycles. */
interface Placed {
  readonly id: string;
  readonly rank: number;
  readonly instrument: number;
  readonly parts: Document;
}

const MOST_CLAUSES = 6;

export function packs(emphasis: Emphasis): fc.Arbitrary<PackDocuments> {
  return palettesFor(emphasis)
    .chain((palette) =>
      fc.record({
        assumed: fc.record({
          'R-1': fc.option(fc.constantFrom('narrow', 'wide'), { nil: undefined }),
          'R-2': fc.option(fc.constantFrom('first', 'second'), { nil: undefined }),
        }),
        terms: fc.record({ 'term-1': scopes(palette, 1, 0), 'term-2': scopes(palette, 1, 0) }),
        measures,
        affiliations: emphasis === 'procedures' ? rareAffiliations : affiliations,
        instruments: fc.array(instruments(clauses(palette, emphasis), scopes(palette, 1), emphasis), {
          minLength: 1,
          maxLength: emphasis === 'procedures' ? 2 : 3,
        }),
        ranks: fc.uniqueArray(fc.nat(99), { minLength: MOST_CLAUSES, maxLength: MOST_CLAUSES }),
        ties:
          emphasis === 'precedence'
            ? fc.array(ties, { minLength: 3, maxLength: 12 })
            : fc.array(ties, { maxLength: 4 }),
      }),
    )
    .map(packDocuments);
}

const index = fc.nat(MOST_CLAUSES - 1);

const ties = fc.record({ one: index, other: index, by: fc.constantFrom('high' as const, 'low' as const) });

function instruments(
  clause: fc.Arbitrary<Document>,
  when: fc.Arbitrary<Document>,
  emphasis: Emphasis,
): fc.Arbitrary<InstrumentSketch> {
  const changes = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Change[]>([]) },
    {
      weight: emphasis === 'precedence' ? 3 : 1,
      arbitrary: fc.array(fc.record({ place: index, when }), { minLength: 1, maxLength: 2 }),
    },
  );
  const early = { weight: 3, arbitrary: fc.integer({ min: -5, max: 0 }) };
  const late = { weight: emphasis === 'procedures' ? 0 : 1, arbitrary: fc.integer({ min: 1, max: 14 }) };
  return fc.record({
    from: fc.oneof(early, late),
    band: fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) },
    ),
    parties: fc.subarray([...CANDIDATES], { minLength: 1, maxLength: 2 }),
    assented: fc.subarray([...CANDIDATES], { maxLength: 1 }),
    clauses: fc.array(clause, { minLength: 1, maxLength: emphasis === 'procedures' ? 1 : 2 }),
    ends: fc.oneof(
      { weight: 2, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.array(index, { maxLength: 2 }) },
    ),
    amends: changes,
    waives: changes,
  });
}

/** Writes documents as the files that a pack is loaded from. */
export function filesOf(documents: PackDocuments): Record<string, string> {
  return Object.fromEntries(
    Object.entries(documents).map(([name, document]) => [name, JSON.stringify(document, undefined, 1)]),
  );
}

function packDocuments(sketch: Sketch): PackDocuments {
  const sorted = [...sketch.instruments].sort((one, other) => one.from - other.from);
  const placed = sorted.flatMap((instrument, at) =>
    instrument.clauses.map((parts) => ({ instrument: at, parts })),
  );
  const all = placed.map((clause, at): Placed => {
    const rank = sketch.ranks[at] ?? at;
    return { ...clause, rank, id: `c${String(rank)}` };
  });
  const files = sorted.map((instrument, at) => {
    const id = `deed-${String(at + 1)}`;
    return [`${id}.yaml`, instrumentDocument(id, { instrument, at, all, sketch })] as const;
  });
  return { 'pack.yaml': vocabulary(sketch), ...Object.fromEntries(files) };
}

interface Context {
  readonly instrument: InstrumentSketch;
  readonly at: number;
  readonly all: readonly Placed[];
  readonly sketch: Sketch;
}

function instrumentDocument(id: string, context: Context): Document {
  const { instrument, at, all } = context;
  const parties = ['buyer', ...instrument.parties];
  const own = all.filter((clause) => clause.instrument === at);
  const ended = all.filter((clause, place) => clause.instrument < at && instrument.ends.includes(place));
  const displaced = own.flatMap((clause) => below(clause, context));
  const amended = changed(context, 'amends');
  const waived = changed(context, 'waives');
  const touched = [...ended, ...displaced, ...[...amended, ...waived].map(({ clause }) => clause)].flatMap(
    owedTo,
  );
  const assented = [...new Set([...instrument.assented, ...touched])].filter(
    (party) => !parties.includes(party),
  );
  const { from, band } = instrument;
  return withoutBlanks({
    instrument: id,
    title: id,
    parties,
    'assented-by': assented.length === 0 ? undefined : assented,
    basis: 'text',
    effective: { from: isoDay(from), ...(band === 0 ? {} : { 'possibly-from': isoDay(from - band) }) },
    ends: listed(ended),
    amends: written(amended.map(({ clause, when }) => ({ clause: clause.id, when, source: SOURCE }))),
    waives: written(
      waived.map(({ clause, when }) => ({ clause: clause.id, id: `w-${id}`, when, source: SOURCE })),
    ),
    clauses: own.map((clause) =>
      withoutBlanks({
        id: clause.id,
        title: clause.id,
        ...clause.parts,
        except: namedCarveOuts(clause.id, clause.parts['except']),
        ceases: namedCarveOuts('c', clause.parts['ceases']),
        suspended: namedCarveOuts('s', clause.parts['suspended']),
        notwithstanding: listed(below(clause, context)),
        ...yieldingTo(clause, above(clause, context)),
      }),
    ),
  });
}

/** Earlier clauses that the instrument changes, each once; on a day on which another starts it could not be said which is first. */
function changed(
  { instrument, at, all, sketch }: Context,
  how: 'amends' | 'waives',
): { readonly clause: Placed; readonly when: Document }[] {
  const isAlone = sketch.instruments.filter(({ from }) => from === instrument.from).length === 1;
  const places = new Map(instrument[how].map(({ place, when }) => [place % all.length, when]));
  return [...places].flatMap(([place, when]) => {
    const clause = all[place];
    return !isAlone || clause === undefined || clause.instrument >= at ? [] : [{ clause, when }];
  });
}

const SOURCE = { document: 'deed', grade: 'A' } as const;

/** A first right yields to some of those above it, and comes after the others. */
function yieldingTo(clause: Placed, uppers: readonly Placed[]): Document {
  const isFirst = RIGHTS_OF_FIRST.includes(clause.parts['kind']);
  const comesAfter = isFirst ? uppers.filter(({ rank }) => rank % 2 === 0) : [];
  return withoutBlanks({
    'subject-to': listed(uppers.filter((upper) => !comesAfter.includes(upper))),
    after: listed(comesAfter),
  });
}

const RIGHTS_OF_FIRST: readonly unknown[] = ['first-refusal', 'first-offer', 'first-negotiation'];

/** The clauses over which this one says that it prevails. */
function below(clause: Placed, { all, sketch }: Context): Placed[] {
  return all.filter((other) => other.rank < clause.rank && areTied(clause, other, 'high', all, sketch));
}

/** The clauses to which this one says that it yields. */
function above(clause: Placed, { all, sketch }: Context): Placed[] {
  return all.filter((other) => other.rank > clause.rank && areTied(clause, other, 'low', all, sketch));
}

function areTied(
  one: Placed,
  other: Placed,
  by: 'high' | 'low',
  all: readonly Placed[],
  sketch: Sketch,
): boolean {
  const places = [all.indexOf(one), all.indexOf(other)];
  return sketch.ties.some((tie) => {
    const tied = [tie.one % all.length, tie.other % all.length];
    return tie.by === by && tied[0] !== tied[1] && places.every((place) => tied.includes(place));
  });
}

/** Those whose assent lets another clause displace or end this one: enough that the pack loads. */
function owedTo(clause: Placed): readonly string[] {
  const holder = clause.parts['holder'];
  return typeof holder === 'string' ? [holder] : EVERY_PARTY;
}

function listed(placed: readonly Placed[]): readonly string[] | undefined {
  return placed.length === 0 ? undefined : placed.map((clause) => clause.id);
}

function written(entries: readonly Document[]): readonly Document[] | undefined {
  return entries.length === 0 ? undefined : entries;
}

function namedCarveOuts(prefix: string, carveOuts: Part | undefined): Part | undefined {
  if (!Array.isArray(carveOuts)) return undefined;
  return (carveOuts as readonly Document[]).map((carveOut, place) => {
    const id = `${prefix}-x${String(place + 1)}`;
    return withoutBlanks({ id, ...carveOut, except: namedCarveOuts(id, carveOut['except']) });
  });
}

const SECOND_FACTS = {
  ...DAY_FACTS,
  place: { type: 'enum', open: true, question: 'Which place?', values: PLACES },
  'refusal-reasonable': { type: 'assessment', question: 'Was the refusal reasonable?' },
} as const satisfies Document;

function vocabulary({ assumed, terms, measures: counted, affiliations }: Sketch): Document {
  const party = (id: string): Document =>
    withoutBlanks({
      name: id,
      provider: id === 'buyer' ? undefined : true,
      'affiliate-of': affiliations[id],
    });
  return {
    pack: 'generated',
    language: 1,
    title: 'Generated',
    disclaimer: 'Invented by a test.',
    otherwise: 'permitted',
    parties: Object.fromEntries(EVERY_PARTY.map((id) => [id, party(id)])),
    acts: Object.fromEntries(GENERATED_ACTS.map((id) => [id, { title: `${id} capacity` }])),
    facts: { ...GENERATED_FACTS, ...SECOND_FACTS },
    happenings: GENERATED_HAPPENINGS,
    measures: counted,
    terms: Object.fromEntries(Object.entries(terms).map(([id, when]) => [id, { means: id, when }])),
    readings: {
      'R-1': generatedReading('R-1', assumed['R-1']),
      'R-2': generatedReading('R-2', assumed['R-2']),
    },
    grades: { A: 'certain' },
    documents: { deed: { title: 'Deed', date: '2024-01-01' } },
    calendars: GENERATED_CALENDARS,
  };
}
