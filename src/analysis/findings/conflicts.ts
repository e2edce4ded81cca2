import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { conflictDiagram } from '../../diagram/clauses/outcome-diagram.ts';
import type { StandingDiagrams } from '../../diagram/clauses/standing-diagrams.ts';
import { actOf, partyOf } from '../../pack/lookup.ts';
import type { Clause, Pack } from '../../pack/pack.ts';
import { isBarring, isFavourable, type Position } from '../../vocabulary/position.ts';
import type { Finding, MakeFinding } from '../finding.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenAct, OpenPack } from '../open/open-pack.ts';
import { regionWords } from '../words/region-words.ts';
import { showOutcome } from '../witnesses/show-outcome.ts';

/** A promise and a bar that somewhere stand together, with whom, and where with the first of them. */
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

function pairsIn(open: OpenPack, { stated }: Cases): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const of of open.acts) {
    const whole = conflictDiagram(open.diagrams, of.standings, open.pack);
    if (open.diagrams.and(whole, stated) === FALSE) continue;
    for (const { promise, bar, region } of pairsOf(open, of)) {
      if (open.diagrams.and(region, stated) === FALSE) continue;
      const key = JSON.stringify([promise.id, bar.id, of.actor, of.act]);
      const known = pairs.get(key) ?? { promise, bar, of, region, candidates: [] };
      pairs.set(key, known);
      known.candidates.push(of.candidate);
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
  const whom = candidates.map((id) => partyOf(pack, id).name).join(', ');
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
