import { describe, expect, test } from 'vitest';
import { CATALOGUE, isDiagnosticCode } from '../../src/diagnostics/catalogue.ts';

const intro = `# Diagnostics

What the loader says about documents. \`compute-rights check\` shows each with its place and the line it stands in.
The code before the message is listed here; \`fixtures/diagnostics\` has a small document for each. The page is
written from the catalogue: \`npx vitest run tests/diagnostics/catalogue.test.ts -u\`.

| code | what it means | how to mend it |
|---|---|---|
`;

describe('the catalogue of diagnostics', () => {
  test('is what docs/diagnostics.md shows', async () => {
    const rows = Object.entries(CATALOGUE).map(
      ([code, [means, mend]]) => `| \`${code}\` | ${means} | ${mend} |\n`,
    );

    await expect(`${intro}${rows.join('')}`).toMatchFileSnapshot('../../docs/diagnostics.md');
  });

  test('has codes of the form phase/what-is-wrong', () => {
    const codes = Object.keys(CATALOGUE);

    expect(codes.filter((code) => !/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(60);
  });

  test('knows its own codes and no property of objects', () => {
    expect(isDiagnosticCode('clause/undeclared-fact')).toBe(true);
    expect(isDiagnosticCode('constructor')).toBe(false);
  });
});
