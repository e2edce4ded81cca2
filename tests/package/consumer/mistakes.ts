import {
  appendEntry,
  evaluate,
  loadPack,
  openLedger,
  renderText,
  type Decision,
  type Pack,
} from '../../../src/index.ts';

/** Calls that the compiler has to refuse. Nobody runs them. */
export async function mistakes(pack: Pack, decision: Decision): Promise<void> {
  // @ts-expect-error -- without a request there is nothing to decide
  await evaluate(pack);
  // @ts-expect-error -- an option is misspelt
  await evaluate(pack, {}, { asumptions: 'open' });
  // @ts-expect-error -- an option has a value that it does not know
  await evaluate(pack, {}, { assumptions: 'none' });
  // @ts-expect-error -- a pack that is being loaded is not a pack
  await evaluate(loadPack('rules'), {});
  // @ts-expect-error -- what is wrong with a pack has to be looked at first
  await evaluate((await loadPack('rules')).value, {});
  // @ts-expect-error -- an option is misspelt
  renderText(decision, { explain: 'brief', widht: 80, color: false });
  // @ts-expect-error -- a decision is not to be changed
  decision.answers = [];
  // @ts-expect-error -- nobody recorded the entry
  await appendEntry('deals.jsonl', pack, { recorded: '2025-03-01', opportunity: 'site' });
  // @ts-expect-error -- a day is a text
  await openLedger('deals.jsonl', { knownOn: new Date() });
}
