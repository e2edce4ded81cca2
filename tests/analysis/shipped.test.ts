import { describe, expect, test } from 'vitest';
import { examinePack } from '../../src/analysis/examine-pack.ts';
import { renderFinding } from '../../src/analysis/render/render-finding.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { readWrittenParts } from '../../src/pack/written-parts.ts';
import { valueOf } from '../pack/good-pack.ts';

const FOLDER = 'rules/openai';

describe('the shipped pack', () => {
  test('has no finding that is not let stand, and keeps its promises', async () => {
    const pack = valueOf(await loadPack(FOLDER));
    const { findings, suppressed, proved } = await examinePack(pack, await readWrittenParts(FOLDER));

    expect(findings).toEqual([]);
    expect(proved).toEqual(pack.promises.map(({ id }) => id));
    expect(proved.length).toBeGreaterThan(2);
    const shown = suppressed.map((each) => `${renderFinding(each)}\nlet stand because ${each.because}\n`);
    await expect(shown.join('\n')).toMatchFileSnapshot('../golden/findings-openai.txt');
  });

  test('would have its promises broken by an amendment that closes Azure', async () => {
    const pack = valueOf(await loadPack(FOLDER));
    const [first] = pack.clauses.filter(({ id }) => id === 'exclusive-cloud-2019');
    if (first === undefined) throw new Error('there is no such clause');
    const { holder: _, ...rest } = first;
    const closed = { ...rest, id: 'closed', kind: 'prohibition', endedBy: [], except: [] } as const;
    const { countsWithHolder: __, ...ban } = closed;

    const { findings, proved } = await examinePack(
      { ...pack, clauses: [...pack.clauses, ban] },
      await readWrittenParts(FOLDER),
    );

    const broken = findings.filter(({ code }) => code === 'lint/broken-promise').map(({ of }) => of);
    expect(broken).toEqual(['azure-stays-open', 'no-first-refusal-since-october-2025']);
    expect(proved).toEqual(['any-cloud-since-april-2026']);
  });
});
