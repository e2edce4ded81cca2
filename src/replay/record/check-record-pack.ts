import { diagnosticOf, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Pack } from '../../pack/pack.ts';
import type { RecordedDecision } from './recorded-decision.ts';

/** Names each decision that was recorded of another pack. */
export function checkRecordPack(decisions: readonly RecordedDecision[], { id }: Pack): readonly Diagnostic[] {
  return decisions
    .filter(({ decision }) => decision.pack.id !== id)
    .map(({ place, decision }) => {
      const message = `the decision is of the pack ${inBackticks(decision.pack.id)}, not of ${inBackticks(id)}`;
      return diagnosticOf('record/other-pack', message, { place });
    });
}
