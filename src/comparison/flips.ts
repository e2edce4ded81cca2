import { evaluateRequest, type EvaluationOptions } from '../evaluation/evaluate-request.ts';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkScenarioRequest } from '../pack/check-scenario-request.ts';
import { readScenarios } from '../pack/check-scenarios.ts';
import { readRequest } from '../pack/check-request.ts';
import type { Request } from '../pack/request.ts';
import type { Scenario } from '../pack/scenario.ts';
import type { Outcome } from '../vocabulary/outcome.ts';
import { bothSides, type Compared, type Side, type Sided } from './sides.ts';

/** A request of the user's own that the two sides answer differently. */
export interface Flip {
  /** The scenario's id, or the request's place in its file. */
  readonly name: string;
  readonly file: string;
  readonly line?: number;
  /** The provider whose answer flips. */
  readonly provider: string;
  /** `refused` where a side cannot read the request, or does not examine the provider. */
  readonly before: Outcome | 'refused';
  readonly after: Outcome | 'refused';
}

/** How many of the user's own requests were asked, and which of them flip. */
export interface Flips {
  readonly asked: number;
  readonly flips: readonly Flip[];
}

interface Input {
  readonly file: string;
  readonly text: string;
}

/** A request of the user's own, as each side reads it. */
interface Own {
  readonly name: string;
  readonly file: string;
  readonly line?: number;
  readonly read: Sided<Checked<Request>>;
  readonly options: EvaluationOptions;
}

/** Asks both sides every scenario of some files, whatever it expects. */
export async function flippedScenarios(files: readonly Input[], compared: Compared): Promise<Checked<Flips>> {
  const own: Own[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, text } of files) {
    const checked = readScenarios(text, file);
    if (checked.ok)
      own.push(...checked.value.scenarios.map((scenario) => ownScenario(scenario, file, compared)));
    else diagnostics.push(...checked.diagnostics);
  }
  // A scenario may be there to be refused: what neither side can read has not flipped.
  return diagnostics.length > 0 ? { ok: false, diagnostics } : flipsAmong(own.filter(isRead), compared);
}

function ownScenario(scenario: Scenario, file: string, { packs }: Compared): Own {
  const { id, assumptions, spot } = scenario;
  const where = spot.written.placeOf([...spot.path, 'id'], 'value');
  return {
    name: id,
    file,
    ...('place' in where && { line: where.place.line }),
    read: bothSides((side) => checkScenarioRequest(packs[side], withoutExpectations(scenario))),
    options: { assumptions },
  };
}

/** What is expected may name clauses that one side does not have; here only the request counts. */
function withoutExpectations({ spot, ...scenario }: Scenario): Scenario {
  const { value } = spot;
  const request: unknown =
    typeof value === 'object' && value !== null && 'request' in value ? value.request : undefined;
  return { ...scenario, spot: { ...spot, value: { request } } };
}

/** Asks both sides every request of a file that holds one on each line, as JSON. */
export async function flippedRequests({ file, text }: Input, compared: Compared): Promise<Checked<Flips>> {
  const lines = text
    .split('\n')
    .flatMap((line, place) => (line.trim() === '' ? [] : [{ line, number: place + 1 }]));
  const own = lines.map(({ line, number }): Own => {
    const read = bothSides((side) => onLine(readRequest(compared.packs[side], line, file), number));
    return { name: `${file}:${String(number)}`, file, line: number, read, options: {} };
  });
  const diagnostics = own.flatMap((each) =>
    isRead(each) || each.read.after.ok ? [] : each.read.after.diagnostics,
  );
  return diagnostics.length > 0 ? { ok: false, diagnostics } : flipsAmong(own, compared);
}

function isRead({ read }: Own): boolean {
  return read.before.ok || read.after.ok;
}

/** Gives diagnostics the line on which the request stands in its file. */
function onLine(checked: Checked<Request>, line: number): Checked<Request> {
  if (checked.ok) return checked;
  const placed = checked.diagnostics.map((each) =>
    each.place === undefined ? each : { ...each, place: { ...each.place, line } },
  );
  return { ok: false, diagnostics: placed };
}

async function flipsAmong(own: readonly Own[], compared: Compared): Promise<Checked<Flips>> {
  const flips: Flip[] = [];
  for (const each of own) flips.push(...(await flipsOf(each, compared)));
  return { ok: true, value: { asked: own.length, flips }, warnings: [] };
}

async function flipsOf(own: Own, compared: Compared): Promise<readonly Flip[]> {
  const { name, file, line } = own;
  const [before, after] = [await answersOf(own, 'before', compared), await answersOf(own, 'after', compared)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((provider) => {
    const [then, now] = [before.get(provider) ?? REFUSED, after.get(provider) ?? REFUSED];
    if (then.possible === now.possible) return [];
    const about = { name, file, ...(line !== undefined && { line }), provider };
    return [{ ...about, before: then.outcome, after: now.outcome }];
  });
}

interface Told {
  readonly outcome: Outcome | 'refused';
  readonly possible: string;
}

/** What a side says that does not know a word of the request, or does not examine the provider. */
const REFUSED: Told = { outcome: 'refused', possible: '' };

/** What a side answers for each provider; nothing where it refuses the request. */
async function answersOf(
  { read, options }: Own,
  side: Side,
  { packs, days }: Compared,
): Promise<ReadonlyMap<string, Told>> {
  const checked = read[side];
  if (!checked.ok) return new Map();
  const asked = days === undefined ? checked.value : { ...checked.value, date: days[side] };
  const { answers } = await evaluateRequest(packs[side], asked, options);
  return new Map(
    answers.map(({ provider, outcome, possible }) => [provider, { outcome, possible: possible.join() }]),
  );
}
