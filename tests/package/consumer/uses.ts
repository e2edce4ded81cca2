import {
  appendEntry,
  checkRequest,
  evaluate,
  loadPack,
  openLedger,
  renderMarkdown,
  renderText,
  type RecordedOpportunity,
} from '../../../src/index.ts';

/** What somebody who installed the package writes; the test puts the package's name in place of the path. */
export async function ask(rules: string): Promise<readonly string[]> {
  const loaded = await loadPack(rules);
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  const request = { actor: 'openai', date: '2025-03-10', acts: ['procure-capacity'], providers: ['oracle'] };
  const mistyped = checkRequest(loaded.value, { ...request, actor: 'opennai' });
  const asked = await evaluate(loaded.value, request, { assumptions: 'open' });
  if (!asked.ok) throw new Error(asked.diagnostics[0]?.message);
  const { decision } = asked;
  return [
    mistyped.ok ? 'no mistake' : mistyped.diagnostics.map(({ code, hint = '' }) => `${code}: ${hint}`).join(),
    renderText(decision, { explain: 'brief', width: 80, color: false }),
    renderMarkdown(decision, { explain: 'full' }),
  ];
}

/** Keeps a deal in a ledger, and gives what the ledger says of it. */
export async function keep(rules: string, ledger: string): Promise<readonly RecordedOpportunity[]> {
  const loaded = await loadPack(rules);
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  const head = { recorded: '2025-03-01', by: 'clerk', opportunity: 'abilene' };
  for (const says of [{ open: { counterparty: 'oracle' } }, { event: { offer: '2025-02-20' } }]) {
    const added = await appendEntry(ledger, loaded.value, { ...head, ...says });
    if (!added.ok) throw new Error(added.diagnostics[0]?.message);
  }
  const opened = await openLedger(ledger, { knownOn: '2025-03-01' });
  return opened.ok ? opened.value.opportunities : [];
}
