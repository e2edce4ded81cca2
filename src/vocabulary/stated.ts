/** A value that a text sets, or `none` where the text says that there is no limit. */
export type Limit<T> = { readonly is: 'set'; readonly value: T } | { readonly is: 'none' };

/**
 * What a contract's text gives for one of its values. `unknown` is not public, redacted or not said, and
 * never becomes a fallback; an assumed value is used, named in the answer, and can be opened again.
 */
export type Stated<T> =
  | Limit<T>
  | Unknown
  | { readonly is: 'assumed'; readonly limit: Limit<T>; readonly because: string }
  /** A value that hangs on how an open question is read; an option that gives none leaves it unknown. */
  | {
      readonly is: 'by-reading';
      readonly reading: string;
      readonly of: Readonly<Record<string, Limit<T> | Unknown>>;
    };

interface Unknown {
  readonly is: 'unknown';
}

/** Gives every reading and parameter on which a parameter's value can depend. */
export function idsBehind({ id, stated }: Parameter<unknown>): readonly string[] {
  return stated.is === 'by-reading' ? [stated.reading, id] : [id];
}

/** A value of a contract with the id under which answers name it, such as `first-refusal-2025.response.within`. */
export interface Parameter<T> {
  readonly id: string;
  readonly stated: Stated<T>;
}

/** Every limit for which a parameter may stand. */
export function limitsIn<T>({ stated }: Parameter<T>): readonly Limit<T>[] {
  switch (stated.is) {
    case 'set':
    case 'none':
      return [stated];
    case 'unknown':
      return [];
    case 'assumed':
      return [stated.limit];
    case 'by-reading':
      return Object.values(stated.of).flatMap((limit) => (limit.is === 'unknown' ? [] : [limit]));
  }
}
