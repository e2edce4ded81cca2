import * as z from 'zod';
import { checkShape } from '../forms/check-shape.ts';
import { complete, required } from '../forms/complete.ts';
import { readId } from '../forms/ids.ts';
import { readName, type Names } from '../forms/names.ts';
import { readDay } from '../forms/read-day.ts';
import { readList } from '../forms/read-list.ts';
import { anything, fullList, fullMap, oneOf, text } from '../forms/shape-leaves.ts';
import { BASES, type Instrument, type Party } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, itemsOf, textIn, type Spot } from '../written/written.ts';

export const INSTRUMENT_SHAPE = z.strictObject({
  instrument: anything,
  title: text,
  parties: fullList,
  'assented-by': fullList.exactOptional(),
  basis: oneOf(BASES),
  effective: fullMap,
  ends: fullList.exactOptional(),
  amends: fullList.exactOptional(),
  waives: fullList.exactOptional(),
  clauses: fullList.exactOptional(),
});

export const EFFECTIVE_SHAPE = z.strictObject({ from: anything, 'possibly-from': anything.exactOptional() });

/** Resolves an instrument without its clauses. What it ends is checked later, when all clauses are known. */
export function resolveInstrument(spot: Spot, names: Names<Party>, report: Report): Instrument | undefined {
  const shape = checkShape(spot, INSTRUMENT_SHAPE, report);
  const band = required(spot, 'effective', (effective) => resolveEffective(effective, report));
  const resolved = complete({
    id: required(spot, 'instrument', (id) => readId(id, report)),
    parties: required(spot, 'parties', (parties) => readParties(parties, names, report)),
    assentedBy:
      child(spot, 'assented-by').value === undefined
        ? []
        : readParties(child(spot, 'assented-by'), names, report),
    ends: itemsOf(child(spot, 'ends')).map(textIn),
  });
  if (shape === undefined || resolved === undefined || band === undefined) return undefined;
  return { ...resolved, ...band, title: shape.title, basis: shape.basis };
}

function readParties(spot: Spot, names: Names<Party>, report: Report): readonly string[] | undefined {
  const naming = { code: 'instrument/undeclared-party', noun: 'a party' } as const;
  return readList(spot, (each) => readName(each, names, naming, report), report);
}

function resolveEffective(spot: Spot, report: Report): Pick<Instrument, 'from' | 'possiblyFrom'> | undefined {
  const shape = checkShape(spot, EFFECTIVE_SHAPE, report);
  const from = required(spot, 'from', (day) => readDay(day, report));
  const earlier = child(spot, 'possibly-from');
  const possiblyFrom = earlier.value === undefined ? from : readDay(earlier, report);
  if (shape === undefined || from === undefined || possiblyFrom === undefined) return undefined;
  if (possiblyFrom <= from) return { from, possiblyFrom };
  return report('instrument/band-reversed', earlier, '`possibly-from` lies after `from`');
}
