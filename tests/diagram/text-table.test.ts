import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_VALUE } from '../../src/diagram/compile/no-value.ts';
import { classOfText, textTable } from '../../src/diagram/compile/text-table.ts';

describe('a table of texts', () => {
  test('gives each text its class, and no other text any', () => {
    let tables = 0;
    const texts = fc.uniqueArray(
      fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('new', 'own', 'one', '__proto__')),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(texts, fc.array(fc.string({ maxLength: 4 })), (listed, others) => {
        const codes = new Map<unknown, number>(listed.map((text, klass) => [text, klass]));
        const table = textTable(codes);
        if (table === undefined) return;
        tables += 1;
        for (const text of [...listed, ...others, '', 'constructor', '__proto__'])
          expect(classOfText(text, table)).toBe(codes.get(text) ?? NO_VALUE);
      }),
    );

    expect(tables).toBeGreaterThan(50);
  });

  test('is not made of what is no text', () => {
    expect(textTable(new Map<unknown, number>([[true, 0]]))).toBeUndefined();
    expect(textTable(new Map())).toBeUndefined();
  });
});
