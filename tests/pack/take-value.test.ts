import { describe, expect, test } from 'vitest';
import { takeValue } from '../../src/pack/written/take-value.ts';
import { complaints, valueOf } from './good-pack.ts';

function thrower(): never {
  throw new Error('hostile');
}

const cycle: Record<string, unknown> = {};
cycle['inner'] = [cycle];

const throwsHostileErrors = new Proxy(
  {},
  {
    ownKeys() {
      const hostile: object = new Proxy({}, { getPrototypeOf: thrower, get: thrower });
      throw hostile; // oxlint-disable-line typescript/only-throw-error -- a hostile value throws what it likes
    },
  },
);

function bottomless(): object {
  const getOwnPropertyDescriptor = () => ({ value: bottomless(), enumerable: true, configurable: true });
  return new Proxy({}, { ownKeys: () => ['deeper'], getOwnPropertyDescriptor });
}

const endless = new Proxy([], {
  get: (target, key) => (key === 'length' ? 2 ** 32 - 1 : Reflect.get(target, key)),
});

const hostile: readonly (readonly [string, unknown, string])[] = [
  ['a getter', { get a() { return thrower(); } }, 'value/not-plain a'], // prettier-ignore
  ['a function', { a: thrower }, 'value/not-plain a'],
  ['a symbol', { a: Symbol('a') }, 'value/not-plain a'],
  ['a symbol as a key', { [Symbol('a')]: 1 }, 'value/not-plain request'],
  ['a big integer', { a: [1n] }, 'value/not-plain a[0]'],
  ['a date', { date: new Date(0) }, 'value/not-plain date'],
  ['a map', new Map(), 'value/not-plain request'],
  ['an instance', { a: new (class Foo {})() }, 'value/not-plain a'],
  ['a hole in a list', { a: Array(3) }, 'value/not-plain a[0]'],
  ['undefined in a list', { a: [undefined] }, 'value/not-plain a[0]'],
  ['half a surrogate pair', { a: '\uD800' }, 'value/not-plain a'],
  ['half a surrogate pair in a key', { '\uD800': 1 }, 'value/not-plain \uD800'],
  ['itself', cycle, 'value/not-plain inner[0]'],
  ['a proxy that throws', new Proxy({}, { getPrototypeOf: thrower }), 'value/not-plain request'],
  ['a proxy that throws hostile errors', { a: throwsHostileErrors }, 'value/not-plain a'],
  ['a revoked proxy', revoked(), 'value/not-plain request'],
  ['a bottomless proxy', bottomless(), `value/too-large deeper${'.deeper'.repeat(63)}`],
  ['an endless list', { a: endless }, 'value/too-large a'],
  ['too many parts', { a: Array(20_000).fill(0) }, 'value/too-large a[19998]'],
  ['too much text', { a: ['x'.repeat(1_500_000), 'x'.repeat(1_500_000)] }, 'value/too-large a[1]'],
  ['nothing', undefined, 'value/not-plain request'],
];

describe('a value that a program gives', () => {
  test.each(hostile)('is refused with %s', (_, value, complaint) => {
    expect(complaints(takeValue(value))).toEqual([complaint]);
  });

  test('is copied, without what is undefined, into maps that have no prototype', () => {
    const value = JSON.parse('{"__proto__": {"a": 1}, "list": [1, null, "x"]}') as object;

    const { data } = valueOf(takeValue({ ...value, left: undefined, inner: value }));

    expect(Object.getPrototypeOf(data)).toBeNull();
    expect(Object.keys(data as object)).toEqual(['__proto__', 'list', 'inner']);
    expect(Object.keys((data as { inner: object }).inner)).toEqual(['__proto__', 'list']);
  });

  test('may repeat a part that does not contain itself', () => {
    const part = { a: 1 };

    expect(takeValue({ one: part, other: [part, part] }).ok).toBe(true);
  });

  test('may be not a number; whether that is wrong depends on where', () => {
    expect(takeValue({ a: Number.NaN }).ok).toBe(true);
  });

  test('is named by its file where there is one', () => {
    expect(complaints(takeValue({ a: thrower }, 'request.json'))).toEqual([
      'value/not-plain request.json: a',
    ]);
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
