import fc from 'fast-check';
import { test } from 'vitest';
import { openSearch } from '../../src/unlock/search/search-all-days.ts';
import { laterDays } from '../../src/unlock/search/later-days.ts';
import { verified } from '../../src/unlock/verified.ts';
import { loaded, pairsAbout } from '../support/generate-pairs.ts';
import { evaluateNaively } from '../support/naive-evaluator.ts';
import { appendFileSync } from 'node:fs';
const log = (...x: unknown[]) => appendFileSync('/tmp/probe.txt', x.join(' ') + '\n');
test('probe', { timeout: 600_000 }, async () => {
  const seed = Number(process.env['FC_SEED'] ?? 5);
  const n = Number(process.env['FC_RUNS'] ?? 10);
  for (const emphasis of (process.env['EMPH'] ?? 'anything').split(',') as any[]) {
  const pairs = fc.sample(pairsAbout(emphasis), { seed, numRuns: n });
  for (const [i, pair] of pairs.entries()) {
    const { pack, request } = loaded(pair);
    const t0 = performance.now();
    const search = openSearch(pack, request, Number(process.env['N'] ?? 2));
    log(emphasis, i, 'days', laterDays(pack, request).days.length, 'clauses', pack.clauses.length, 'providers', request.providers.length);
    for (const candidate of request.providers) {
      const t = performance.now();
      const { sets, gaveUp } = search(candidate);
      log('  ', candidate, 'sets', sets.length, 'gaveUp', gaveUp.length, (performance.now() - t).toFixed(0), 'ms');
      for (const set of sets.slice(0, 3)) {
        const t1 = performance.now();
        try {
        const v = await verified(pack, request, candidate, set);
        const t2 = performance.now();
        if (v === undefined) { log('     bounded'); continue; }
        try {
          const [answer] = evaluateNaively(v.changed.pack, v.changed.request, { assumptions: 'as-stated', budget: { completions: 3000, work: 30000 } });
          const ok = [...(answer?.possible ?? [])].join();
          if (ok !== 'permitted') log('     WRONG', ok, JSON.stringify(set.options.map(o => [o.topic.kind, o.topic.id, o.value])), JSON.stringify(pair));
          log('     v', (t2 - t1).toFixed(0), 'naive', (performance.now() - t2).toFixed(0));
        } catch (e) { log('     naive', String(e).slice(0, 100)); }
        } catch (e) { log('     ERR', String(e).slice(0, 1500), 'PAIR', JSON.stringify(pair)); }
      }
    }
  }
  }
});
