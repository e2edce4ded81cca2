import { describe, expect, test } from 'vitest';
import { readRequest } from '../../src/pack/check-request.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { goodPack, goodTexts } from './good-pack.ts';

const good = goodTexts['pack.yaml'] ?? '';

describe('hints', () => {
  test.each([
    ['title: A pack without mistakes', 'title: 2024.10', "write `'2024.10'`"],
    ['title: A pack without mistakes', 'title: true', "write `'true'`"],
    ['provider: true', 'provider: yes', 'write `true`'],
    ['provider: true', 'provider: Off', 'write `false`'],
    ['type: date', 'type: dte', 'did you mean `date`?'],
    ['title: procure', 'title: procure, colour: red', 'the keys here are `title`'],
    ['parties:\n', 'partys:\n', 'did you mean `parties`?'],
  ])('for a pack in which %j is written as %j', (from, to, hint) => {
    const checked = loadPackFiles({ 'pack.yaml': good.replace(from, to) });

    expect(checked.ok ? [] : checked.diagnostics.map((each) => each.hint)).toEqual([hint]);
  });

  test.each([
    ['acts: procure', 'write `[procure]`'],
    ['acts: [procur]', 'did you mean `procure`?'],
    ['acts: [distribute]', 'the pack has `procure`'],
    ['acts: [procure]\nproviders: [nobody]', 'a party that the pack does not know is `other`'],
    ['acts: [procure]\nproviders: [othr]', 'did you mean `other`?'],
    ['acts: [procure]\nfacts: { megawatts: "5.5MW" }', 'write `5.5 MW`, with a space'],
    ['acts: [procure]\nfacts: { size: medium }', 'write `small` or `large`'],
  ])('for a request with %j', (line, hint) => {
    const checked = readRequest(goodPack(), `actor: buyer\ndate: 2025-01-01\n${line}\n`, 'r.yaml');

    expect(checked.ok ? [] : checked.diagnostics.map((each) => each.hint)).toEqual([hint]);
  });
});
