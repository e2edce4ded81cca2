import { POLLUTING_NAMES, ODD_TEXTS } from './odd-texts.ts';
import type { Pick } from './text-mutations.ts';

type Maker = (pick: Pick) => unknown;

/** What a program can hand over in place of a plain value, and that no text can say. */
export const HOSTILE_VALUES = {
  'throwing proxy': throwingProxy,
  'revoked proxy': revokedProxy,
  'lying proxy': lyingProxy,
  'throwing getter': (pick) => throwingGetter(pick),
  'changing getter': () => {
    let reads = 0;
    return Object.defineProperty({}, 'x', { enumerable: true, get: () => (reads += 1) });
  },
  cycle: (pick) => cycle(pick),
  'sparse array': (pick) => {
    const sparse: unknown[] = [];
    sparse[1 + pick(4_000_000_000)] = 'x';
    return sparse;
  },
  symbol: (pick) => [Symbol('x'), { [Symbol('key')]: 'x' }, Object(Symbol.iterator)][pick(3)],
  bigint: (pick) => [10n, -(2n ** 4000n), Object(1n)][pick(3)],
  function: (pick) =>
    [() => 'x', class Party {}, async () => Promise.resolve('x'), Object.assign(() => 'x', { a: 1 })][
      pick(4)
    ],
  date: (pick) => [new Date(0), new Date(Number.NaN), new Date(8.64e15)][pick(3)],
  'map or set': (pick) =>
    [new Map([['actor', 'x']]), new Set(['x']), new WeakMap(), new URLSearchParams('a=b')][pick(4)],
  'huge string': (pick) => (ODD_TEXTS[pick(ODD_TEXTS.length)] ?? 'x').repeat(1_000_000),
  'odd number': (pick) => [Number.NaN, Infinity, -Infinity, -0, 1e308, 5e-324][pick(6)],
  'boxed value': (pick) => [Object('openai'), Object(1), Object(true)][pick(3)],
  'class instance': (pick) => [new Error('x'), /x/g, new Request('x:y'), Buffer.from('x')][pick(4)],
  bytes: (pick) => [new Uint8Array(1_000_000), new ArrayBuffer(8), new DataView(new ArrayBuffer(8))][pick(3)],
  promise: () => Promise.resolve('openai'),
  // oxlint-disable-next-line unicorn/no-thenable -- meant to trap whoever awaits it
  thenable: () => ({ then: explode }),
  'throwing conversion': () => ({
    toString: explode,
    valueOf: explode,
    toJSON: explode,
    [Symbol.toPrimitive]: explode,
  }),
  'no prototype': () => Object.assign(Object.create(null) as object, { a: 1 }),
  'foreign prototype': () => Object.create({ actor: 'openai', polluted: true }) as unknown,
  'polluting key': (pick) =>
    JSON.parse(`{ "${POLLUTING_NAMES[pick(POLLUTING_NAMES.length)] ?? ''}": { "polluted": true } }`),
  'polluting text': (pick) => POLLUTING_NAMES[pick(POLLUTING_NAMES.length)],
  'odd text': (pick) => ODD_TEXTS[pick(ODD_TEXTS.length)],
  'nested thousands deep': (pick) => deep(1000 + pick(100_000)),
  // As many keys as the text of a request can hold.
  'thousands of keys': (pick) =>
    Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`k${String(index + pick(9))}`, index])),
  'shared a billion times': () => shared(),
  nothing: (pick) => [undefined, null][pick(2)],
} as const satisfies Record<string, Maker>;

function explode(): never {
  throw new TypeError('the value fought back');
}

function throwingProxy(pick: Pick): unknown {
  const traps = [
    'get',
    'has',
    'ownKeys',
    'getOwnPropertyDescriptor',
    'getPrototypeOf',
    'isExtensible',
  ] as const;
  const trap = traps[pick(traps.length)] ?? 'get';
  return new Proxy(pick(2) === 0 ? { a: 1 } : ['a'], { [trap]: explode });
}

function revokedProxy(pick: Pick): unknown {
  const { proxy, revoke } = Proxy.revocable<object>(pick(2) === 0 ? {} : [], {});
  revoke();
  return proxy;
}

/** Says that it has keys that it has not, other ones each time, or a length that is none. */
function lyingProxy(pick: Pick): unknown {
  let times = 0;
  return [
    new Proxy({}, { ownKeys: () => ['actor', `k${String((times += 1))}`] }),
    new Proxy([] as unknown[], {
      get: (_, key) => (key === 'length' ? 4_294_967_295 + (times += 1) : undefined),
    }),
    new Proxy(
      {},
      { getOwnPropertyDescriptor: () => ({ value: times, enumerable: true, configurable: true }) },
    ),
    new Proxy({}, { getPrototypeOf: () => Array.prototype }),
    new Proxy(['a'], { get: (target, key) => (key === 'length' ? 'many' : Reflect.get(target, key)) }),
  ][pick(5)];
}

function throwingGetter(pick: Pick): unknown {
  const target = pick(2) === 0 ? {} : ['x'];
  return Object.defineProperty(target, pick(2) === 0 ? 'facts' : '0', { enumerable: true, get: explode });
}

function cycle(pick: Pick): unknown {
  const map: Record<string, unknown> = { a: 'x' };
  const list: unknown[] = [map];
  map['self'] = pick(2) === 0 ? map : list;
  return pick(2) === 0 ? map : list;
}

function deep(levels: number): unknown {
  let inner: unknown = 'x';
  for (let level = 0; level < levels; level += 1) inner = level % 2 === 0 ? { not: inner } : [inner];
  return inner;
}

/** Thirty objects, each in the next one ten times. */
function shared(): unknown {
  let inner: unknown = 'x';
  for (let level = 0; level < 30; level += 1) inner = Array(10).fill(inner);
  return inner;
}
