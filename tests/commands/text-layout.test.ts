import { describe, expect, test } from 'vitest';
import type { Surroundings } from '../../src/commands/surroundings.ts';
import { textLayout } from '../../src/commands/text-layout.ts';
import { runCommand } from '../../src/commands/program.ts';
import { WORKPLACE } from './workplace.ts';

describe('the layout of text', () => {
  test.each([
    ['a pipe', { isTerminal: false, columns: 200 }, 80],
    ['a terminal of a usual width', { isTerminal: true, columns: 72 }, 72],
    ['a narrow terminal', { isTerminal: true, columns: 20 }, 60],
    ['a wide terminal', { isTerminal: true, columns: 200 }, 100],
    ['a terminal that does not say', { isTerminal: true }, 80],
    ['a terminal without columns', { isTerminal: true, columns: 0 }, 80],
  ])('on %s has its width', (_, where, width) => {
    expect(textLayout(surroundings(where)).width).toBe(width);
  });

  test.each([
    ['a terminal', { isTerminal: true, env: {} }, true],
    ['a pipe', { isTerminal: false, env: {} }, false],
    ['a terminal with NO_COLOR', { isTerminal: true, env: { NO_COLOR: '1' } }, false],
    ['a terminal with an empty NO_COLOR', { isTerminal: true, env: { NO_COLOR: '' } }, true],
    ['a dumb terminal', { isTerminal: true, env: { TERM: 'dumb' } }, false],
  ])('on %s has colour: %o', (_, where, color) => {
    expect(textLayout(surroundings(where)).color).toBe(color);
  });

  test('reaches the answer', async () => {
    const printed: string[] = [];
    const stdout = { write: (text: string) => printed.push(text) };

    await runCommand(['evaluate', 'request.yaml'], surroundings({ isTerminal: true, stdout }));

    expect(printed.join('')).toContain('\u001B[');
  });
});

function surroundings(some: Partial<Surroundings>): Surroundings {
  const sink = { write: () => true };
  const stdin = { [Symbol.asyncIterator]: nothing };
  const today = (): string => '2025-06-30';
  return { stdin, stdout: sink, stderr: sink, cwd: WORKPLACE, env: {}, isTerminal: false, today, ...some };
}

async function* nothing(): AsyncGenerator<string> {}
