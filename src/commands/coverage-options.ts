import { inBackticks } from '../diagnostics/plain-text.ts';
import type { CoverOptions } from '../coverage/looked-at.ts';
import type { Floors } from '../coverage/report.ts';
import { floorIn } from './percentage-floor.ts';
import { UsageError } from './usage-error.ts';

/** What `test --coverage` is asked for. */
export interface CoverageAsked {
  readonly format: 'text' | 'json';
  readonly floors: Floors;
  readonly options: CoverOptions;
}

/** The options of `test` that go with `--coverage`, as they were written. */
export interface CoverageOptions {
  readonly coverage?: true;
  readonly atLeast?: readonly string[];
  readonly missed?: string;
  readonly nodes?: string;
  readonly format: string;
}

/** Reads what goes with `--coverage`; `undefined` where it is not asked for. */
export function coverageAsked(written: CoverageOptions): CoverageAsked | undefined {
  const { coverage, atLeast = [], missed, nodes, format } = written;
  if (coverage !== true) {
    const stray = { '--missed': missed, '--nodes': nodes };
    const [first] = Object.entries(stray).filter(([, value]) => value !== undefined);
    if (first !== undefined) throw new UsageError(`${first[0]} goes with --coverage`);
    return undefined;
  }
  if (format !== 'text' && format !== 'json') throw new UsageError('--coverage is written as text or json');
  return {
    format,
    floors: Object.assign({}, ...atLeast.map(floorsIn)) as Floors,
    options: {
      ...(missed !== undefined && { missed: countIn(missed, 'is no number of scenarios') }),
      ...(nodes !== undefined && { nodes: countIn(nodes, 'is no number of nodes') }),
    },
  };
}

/** `90` is a floor for parts and regions alike, `parts=100` for one of them. */
function floorsIn(text: string): Floors {
  const [, what, percentage = ''] = /^(?:(parts|regions)=)?(.*)$/su.exec(text) ?? [];
  const floor = floorIn(percentage, text, ', or parts= or regions= and one');
  if (what === undefined) return { parts: floor, regions: floor };
  return what === 'parts' ? { parts: floor } : { regions: floor };
}

function countIn(text: string, complaint: string): number {
  if (!/^(0|[1-9]\d{0,11})$/u.test(text)) throw new UsageError(`${inBackticks(text)} ${complaint}`);
  return Number(text);
}
