/** An element of an XML text. */
export interface XmlElement {
  readonly name: string;
  /** The element around it; empty for the first. */
  readonly inside: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text. */
  readonly text: string;
}

const TOKEN =
  /<\?xml version="1\.0" encoding="UTF-8"\?>|<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;

/** Reads the simple XML of reports: elements, attributes, text, five entities. Anything that is not well-formed is an error. */
export function elementsIn(xml: string): readonly XmlElement[] {
  const reading: Reading = { found: [], open: [] };
  let at = 0;
  for (const [token, closed, name, attributes = '', selfClosing, text] of xml.matchAll(TOKEN)) {
    at += token.length;
    if (closed !== undefined) close(reading, closed);
    if (name !== undefined) begin(reading, name, attributes, selfClosing === '/');
    if (text !== undefined) addText(reading, text);
  }
  if (at !== xml.length || reading.open.length > 0) throw new Error(`not well-formed at ${String(at)}`);
  return reading.found;
}

type Element = { -readonly [Key in keyof XmlElement]: XmlElement[Key] };

interface Reading {
  readonly found: Element[];
  readonly open: Element[];
}

function close({ open }: Reading, name: string): void {
  if (open.pop()?.name !== name) throw new Error(`</${name}> ends nothing`);
}

function begin({ found, open }: Reading, name: string, attributes: string, isClosed: boolean): void {
  const inside = open.at(-1)?.name ?? '';
  if (inside === '' && found.length > 0) throw new Error('there are two roots');
  const element = { name, inside, attributes: attributesIn(attributes), text: '' };
  found.push(element);
  if (!isClosed) open.push(element);
}

function addText({ open }: Reading, text: string): void {
  if (text.includes(']]>')) throw new Error(']]> stands in text');
  const around = open.at(-1);
  if (around !== undefined) around.text += unescaped(text);
  else if (text.trim() !== '') throw new Error('text stands outside');
}

function attributesIn(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([\w-]+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [
    name,
    unescaped(value),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(\w*);?/gu, (whole, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined || !whole.endsWith(';')) throw new Error(`${whole} is no entity`);
    return character;
  });
}
