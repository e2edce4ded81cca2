import fc from 'fast-check';
import { test } from 'vitest';
import { evaluateRequest } from '../../../src/evaluation/evaluate-request.ts';
import { compareAnswers } from '../support/compare-answers.ts';
import { evaluateNaively } from '../support/naive-evaluator.ts';
import { loaded, pairs } from '../support/generate-pairs.ts';
test('explore', { timeout: 6000000 }, async () => {
  const all = fc.sample(pairs, { seed: Number(process.env.FC_SEED ?? 1), numRuns: Number(process.env.N ?? 500) });
  const classes: Record<string, number> = {}; const ex = new Map<string, string>();
  let ms = 0, skipped = 0, n = 0, wider=0;
  for (const [i, p] of all.entries()) {
    const l = loaded(p); n++;
    const note = (c: string, info: unknown) => { classes[c] = (classes[c] ?? 0) + 1; if (!ex.has(c)) ex.set(c, `#${i} ${JSON.stringify(info)}`); };
    let d; const t = Date.now();
    try { d = await evaluateRequest(l.pack, l.request, { assumptions: l.assumptions }); } catch (e) { note('throws ' + (e as Error).message.slice(0, 80).replace(/c\d+/g,'C'), (e as Error).stack?.split('\n').slice(0,4)); continue; }
    ms += Date.now() - t;
    const cs = compareAnswers(l, d);
    if (!cs) { skipped++; continue; }
    for (const { where, product, naive } of cs) {
      const missing = naive.possible.filter(x => !product.possible.includes(x)), extra = product.possible.filter(x => !naive.possible.includes(x));
      if (missing.length) note('MISSING', { where, product, naive });
      if (extra.length) {
        const ans = evaluateNaively(l.pack, l.request, { assumptions: l.assumptions }).find(a => where.startsWith(a.provider))!;
        const vars = new Set(ans.completions.flatMap(c => [...c.choices.keys()].map(k => k.startsWith('parameter') && /(notice|response|release)\./.test(k) ? 'procedure' : k.split(' ')[0]!)));
        note((naive.completions === 1 ? 'EXTRA-complete ' : 'EXTRA ') + (where.includes('overall') ? 'overall ' : '') + [...vars].sort().join('+'), { where, product, naive });
      }
      if (!missing.length && !extra.length && naive.turnsOn) {
        const un = naive.turnsOn.filter(x => !product.turnsOn.includes(x)); const more = product.turnsOn.filter(x => !naive.turnsOn!.includes(x));
        if (un.length) note('UNNAMED', { where, product, naive });
        if (more.length) note('OVERNAMED', { where, product, naive });
      }
    }
  }
  console.log({ n, skipped, ms, classes });
  for (const [c, e] of ex) console.log(c, e);
});
