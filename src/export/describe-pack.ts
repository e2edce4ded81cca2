import type { Pack } from '../pack/pack.ts';
import { settlementFor, type Settled } from '../pack/settlement.ts';

/** The pack that was exported. */
export interface ExportedPack {
  readonly id: string;
  readonly title: string;
  readonly digest: string;
  readonly disclaimer: string;
}

/** What was settled once, for all questions to what is exported. */
export interface ExportedSettlement {
  readonly assumptions: 'as-stated' | 'open';
  readonly readings: readonly { readonly reading: string; readonly option: string }[];
}

export function describePack({ id, title, digest, disclaimer }: Pack): ExportedPack {
  return { id, title, digest, disclaimer };
}

/** Names every reading that is settled, those that the pack assumes too, in the pack's order. */
export function describeSettlement(pack: Pack, settled: Settled): ExportedSettlement {
  const { readings } = settlementFor(pack, settled);
  return {
    assumptions: settled.assumptions ?? 'as-stated',
    readings: pack.readings.flatMap(({ id }) => {
      const option = readings.get(id);
      return option === undefined ? [] : [{ reading: id, option }];
    }),
  };
}
