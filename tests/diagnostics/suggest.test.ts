import { describe, expect, test } from 'vitest';
import { closest, didYouMean } from '../../src/diagnostics/suggest.ts';

describe('the closest name', () => {
  test.each([
    ['capcity', 'capacity'],
    ['capacty', 'capacity'],
    ['caapcity', 'capacity'],
    ['Capacity', 'capacity'],
    ['megawats', 'megawatts'],
  ])('of %s is %s', (name, meant) => {
    expect(closest(name, ['customer', 'capacity', 'megawatts'])).toBe(meant);
  });

  test.each(['', 'x', 'governance', 'zzzzzzzz'])('there is none for %j', (name) => {
    expect(closest(name, ['customer', 'capacity', 'megawatts'])).toBeUndefined();
  });

  test('is the first of two that are equally close', () => {
    expect(closest('fact', ['facta', 'factb'])).toBe('facta');
  });

  test('is not searched for names of absurd length, nor among absurdly many', () => {
    const long = 'a'.repeat(100_000);
    const many = Array.from({ length: 100_000 }, (_, index) => `name-${String(index)}`);

    expect(closest(long, [long.slice(1)])).toBeUndefined();
    expect(closest('capacity', [long, 'capacit'])).toBe('capacit');
    expect(closest('nearest', [...many, 'nearst'])).toBeUndefined();
  });

  test('becomes a hint', () => {
    expect(didYouMean('capcity', ['capacity'])).toBe('did you mean `capacity`?');
    expect(didYouMean('capcity', [])).toBeUndefined();
  });
});
