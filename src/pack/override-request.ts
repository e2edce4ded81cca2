import type { Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import { reportWrong } from './forms/check-shape.ts';
import type { Fact, Pack } from './pack.ts';
import { startReport, type Report } from './written/report.ts';
import { takeValue } from './written/take-value.ts';
import {
  child,
  isMap,
  itemsOf,
  pathInWords,
  textIn,
  topOf,
  type Path,
  type Spot,
  type Written,
} from './written/written.ts';

/** What a command line says in place of a request's own words. */
export interface Overrides {
  readonly actor?: string;
  readonly date?: string;
  readonly acts?: readonly string[];
  readonly providers?: readonly string[];
  /** Each `fact=value`; a boolean is written `true` or `false`, a number in digits. */
  readonly facts?: readonly string[];
  /** Each `reading=option`. */
  readonly readings?: readonly string[];
}

type Settings = ReadonlyMap<string, unknown>;

/** Gives the request with what the overrides set. Whether that makes sense is checked with the rest of the request. */
export function overrideRequest(pack: Pack, written: Written, overrides: Overrides): Checked<Written> {
  const taken = takeValue(overrides, 'command line');
  if (!taken.ok) return taken;
  const { report, diagnostics } = startReport();
  const spot = topOf(taken.value);
  const types = new Map(pack.facts.map((fact) => [fact.id, fact]));
  const facts = settingsIn(child(spot, 'facts'), report);
  const readings = settingsIn(child(spot, 'readings'), report);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const typed = new Map([...facts].map(([id, value]) => [id, typedValue(value, types.get(id))]));
  const words = ['actor', 'date', 'acts', 'providers'].map((key) => [key, child(spot, key).value] as const);
  const layers = { words: new Map(words.filter(([, value]) => value !== undefined)), facts: typed, readings };
  return { ok: true, value: overlay(written, layers), warnings: [] };
}

interface Layers {
  readonly words: Settings;
  readonly facts: Settings;
  readonly readings: Settings;
}

function settingsIn(spot: Spot, report: Report): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (spot.value !== undefined && !Array.isArray(spot.value)) reportWrong(spot, 'a list', report);
  for (const each of itemsOf(spot)) {
    const setting = textIn(each);
    const sign = setting.indexOf('=');
    const name = setting.slice(0, Math.max(sign, 0)).trim();
    if (name === '') reportSetting(each, `${inBackticks(setting)} is not of the form \`name=value\``, report);
    else if (values.has(name))
      reportSetting(each, `${inBackticks(name)} is set twice`, report, 'keep one of the two');
    else values.set(name, setting.slice(sign + 1).trim());
  }
  return values;
}

function reportSetting(spot: Spot, message: string, report: Report, hint?: string): void {
  report('request/bad-override', spot, message, { hint });
}

/** A word of the command line as the value that a file would have in its place. */
export function typedValue(value: string, fact: Fact | undefined): unknown {
  if (fact?.type.is === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const isNumber = fact?.type.is === 'number' && /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(value);
  return isNumber ? Number(value) : value;
}

/** Lays the settings over a document. One that is no map stays as it is, for the check to say so. */
function overlay(written: Written, layers: Layers): Written {
  const { data } = written;
  if (!isMap(data)) return written;
  const merged = withSettings(data, layers.words);
  for (const key of ['facts', 'readings'] as const) {
    const own: unknown = Object.hasOwn(merged, key) ? merged[key] : {};
    if (layers[key].size > 0 && isMap(own)) merged[key] = withSettings(own, layers[key]);
  }
  return {
    data: merged,
    placeOf: (path, part) =>
      isSet(path, layers) ? { path: `command line: ${pathInWords(path)}` } : written.placeOf(path, part),
    sourceOf: (path) => (isSet(path, layers) ? undefined : written.sourceOf(path)),
  };
}

function withSettings(map: Readonly<Record<string, unknown>>, settings: Settings): Record<string, unknown> {
  const merged = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of [...Object.entries(map), ...settings]) merged[key] = value;
  return merged;
}

function isSet([key, name]: Path, layers: Layers): boolean {
  const settings = key === 'facts' || key === 'readings' ? layers[key] : layers.words;
  return settings.has(String(settings === layers.words ? key : name));
}
