import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { conflictDiagram } from '../../diagram/clauses/outcome-diagram.ts';
import type { StandingDiagrams } from '../../diagram/clauses/standing-diagrams.ts';
import { orWords } from '../../diagram/words/listed-words.ts';
import { actOf, partyOf } from '../../pack/lookup.ts';
import type { Clause, Pack } from '../../pack/pack.ts';
import { isBarring, isFavourable, type Position } from '../../vocabulary/position.ts';
import type { Finding, MakeFinding } from '../finding.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenAct, OpenPack } from '../open/open-pack.ts';
import { regionWords } from '../words/region-words.ts';
import { showOutcome } from '../witnesses/show-outcome.ts';

/** Two clauses of which somewhere one promises what the other bars, with whom, and where with the first of them. */
interface Pair {
  readonly promise: Clause;
  readonly bar: Clause;
  readonly of: OpenAct;
  readonly region: Diagram;
  readonly candidates: string[];
}

/** Finds promises that cannot both be kept, with assumed values as they are assumed: one finding a pair and act. */
export async function conflicts(
  open: OpenPack,
  pack: Pack,
  cases: Cases,
  make: MakeFinding,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const pair of pairsIn(open, cases)) found.push(await describe(open, pack, cases, pair, make));
  return found;
}

/** Which of two rights promises and which bars changes with the candidate: it is one finding. Ordinary cases come first. */
function pairsIn(open: OpenPack, cases: Cases): readonly Pair[] {
  const { stated, plain } = cases;
  const all = pairsAmong(open, stated);
  const ordinary = new Map(
    pairsAmong(open, open.diagrams.and(stated, plain)).map((pair) => [keyOf(pair), pair]),
  );
  return all.map((pair) => ordinary.get(keyOf(pair)) ?? pair);
}

function keyOf({ promise, bar, of }: Pick<Pair, 'promise' | 'bar' | 'of'>): string {
  return JSON.stringify([[promise.id, bar.id].toSorted(), of.actor, of.act]);
}

function pairsAmong(open: OpenPack, among: Diagram): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const of of open.acts) {
    const whole = conflictDiagram(open.diagrams, of.standings, open.pack);
    if (open.diagrams.and(whole, among) === FALSE) continue;
    for (const { promise, bar, region } of pairsOf(open, of)) {
      if (open.diagrams.and(region, among) === FALSE) continue;
      const key = keyOf({ promise, bar, of });
      const known = pairs.get(key) ?? { promise, bar, of, region, candidates: [] };
      pairs.set(key, known);
      if (!known.candidates.includes(of.candidate)) known.candidates.push(of.candidate);
    }
  }
  return [...pairs.values()];
}

function pairsOf({ diagrams, pack }: OpenPack, { standings }: OpenAct) {
  const promises = standings.map((each) => only(each, isFavourable)).filter(speaks);
  const bars = standings.map((each) => only(each, isBarring)).filter(speaks);
  return promises.flatMap((promise) =>
    bars
      .filter(({ clause }) => clause !== promise.clause)
      .map((bar) => ({
        promise: promise.clause,
        bar: bar.clause,
        region: conflictDiagram(diagrams, [promise, bar], pack),
      })),
  );
}

function speaks({ positions }: StandingDiagrams): boolean {
  return positions.size > 0;
}

function only(standing: StandingDiagrams, isMeant: (position: Position) => boolean): StandingDiagrams {
  const positions = new Map([...standing.positions].filter(([position]) => isMeant(position)));
  return { ...standing, positions };
}

async function describe(
  open: OpenPack,
  pack: Pack,
  cases: Cases,
  { promise, bar, of, region, candidates }: Pair,
  make: MakeFinding,
): Promise<Finding> {
  const request = await showOutcome(open, pack, cases, {
    of,
    outcome: 'conflicted',
    region,
    among: cases.stated,
  });
  const whom = orWords(candidates.map((id) => partyOf(pack, id).name));
  const doing = `where ${partyOf(pack, of.actor).name} would ${actOf(pack, of.act).name} from ${whom}`;
  const message = `\`${promise.id}\` and \`${bar.id}\` cannot both be kept ${doing}`;
  return make('lint/conflict', message, {
    of: promise.id,
    at: { is: 'clause', clause: promise },
    see: { part: { is: 'clause', clause: bar }, message: `\`${bar.id}\` stands in the way` },
    where: regionWords(open, region, cases.stated, cases),
    ...(request !== undefined && { request }),
  });
}
