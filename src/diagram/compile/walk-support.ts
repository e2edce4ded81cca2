import { OPEN, type Known } from './walk.ts';

/** Gives the levels on which a frozen diagram still depends once what is known has been put in and it is reduced again. */
export function supportLeft(code: Int32Array, root: number, { classes, left }: Known): ReadonlySet<number> {
  const support = new Set<number>();
  const numbers = new Map<string, number>();
  const reduced = new Map<number, number>();
  const reduce = (node: number): number => {
    if (node < 0) return node;
    const known = reduced.get(node);
    if (known !== undefined) return known;
    const level = code[node] ?? 0;
    const klass = classes[level] ?? OPEN;
    const result = klass === OPEN ? branch(node, level) : reduce(code[node + 1 + klass] ?? 0);
    reduced.set(node, result);
    return result;
  };
  const branch = (node: number, level: number): number => {
    const children = (left[level] ?? []).flatMap((isLeft, klass) =>
      isLeft ? [reduce(code[node + 1 + klass] ?? 0)] : [],
    );
    const [first = 0] = children;
    if (children.every((child) => child === first)) return first;
    support.add(level);
    const key = `${String(level)} ${children.join(' ')}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  reduce(root);
  return support;
}
