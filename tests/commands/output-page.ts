/** A field as `docs/output.md` documents it. */
export interface Field {
  readonly name: string;
  readonly isOptional: boolean;
  readonly isList: boolean;
  /** The heading of the shape that it has, or how its values are written. */
  readonly type:
    | { readonly is: 'shape'; readonly heading: string }
    | { readonly is: 'one-of'; readonly values: readonly string[] }
    | { readonly is: 'plain'; readonly word: string };
}

/** Reads the tables of fields of a page by the heading above them. */
export function shapesOn(markdown: string): ReadonlyMap<string, readonly Field[]> {
  const sections = markdown.split(/^##+ /m).slice(1);
  return new Map(
    sections
      .map((section) => [section.split('\n')[0] ?? '', fieldsIn(section)] as const)
      .filter(([, fields]) => fields.length > 0),
  );
}

function fieldsIn(section: string): readonly Field[] {
  const rows = [...section.matchAll(/^\| `(\w+)(\??)` \| (list of )?(.+?) \| .*\|$/gm)];
  return rows.map(([, name = '', mark, list, type = '']) => ({
    name,
    isOptional: mark === '?',
    isList: list !== undefined,
    type: typeIn(type),
  }));
}

function typeIn(text: string): Field['type'] {
  const link = /^\[([^\]]+)\]\(#[\w-]+\)$/.exec(text)?.[1];
  if (link !== undefined) return { is: 'shape', heading: link };
  if (!text.startsWith('one of ')) return { is: 'plain', word: text };
  return { is: 'one-of', values: [...text.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value) };
}

/** What was found of the fields while values were compared with the page. */
export interface Seen {
  readonly fields: Set<string>;
  readonly problems: string[];
}

/** Compares a value with the shape under a heading, and all that is in it with theirs. */
export function compareShape(
  shapes: ReadonlyMap<string, readonly Field[]>,
  heading: string,
  value: object,
  seen: Seen,
): void {
  const fields = shapes.get(heading) ?? [];
  const documented = new Map(fields.map((field) => [field.name, field]));
  for (const key of Object.keys(value)) {
    if (!documented.has(key)) seen.problems.push(`${heading}.${key} is not documented`);
  }
  for (const field of fields) {
    const own: unknown = Object.entries(value).find(([key]) => key === field.name)?.[1];
    if (own !== undefined) compareField(shapes, `${heading}.${field.name}`, field, own, seen);
    else if (!field.isOptional) seen.problems.push(`${heading}.${field.name} is missing`);
  }
}

function compareField(
  shapes: ReadonlyMap<string, readonly Field[]>,
  where: string,
  { isList, type }: Field,
  value: unknown,
  seen: Seen,
): void {
  seen.fields.add(where);
  if (type.is === 'plain' && type.word === 'value') return;
  if (Array.isArray(value) !== isList) seen.problems.push(`${where}: list or not`);
  const members: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const member of members) {
    if (type.is === 'shape' && typeof member === 'object' && member !== null) {
      compareShape(shapes, type.heading, member, seen);
    } else if (!fits(type, member)) seen.problems.push(`${where}: ${JSON.stringify(member)}`);
  }
}

function fits(type: Field['type'], value: unknown): boolean {
  if (type.is === 'shape') return false;
  if (type.is === 'one-of') return typeof value === 'string' && type.values.includes(value);
  if (type.word === 'day') return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  return typeof value === (type.word === 'text' ? 'string' : type.word);
}
