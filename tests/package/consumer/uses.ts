import { checkRequest, evaluate, loadPack, renderMarkdown, renderText } from '../../../src/index.ts';

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
