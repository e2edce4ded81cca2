/** Gives a text as a literal of JavaScript that is safe wherever the module may be pasted, a page's script included. */
export function literal(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const quoted = JSON.stringify(value)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`);
  return `'${quoted.replaceAll(UNSAFE, escaped)}'`;
}

/** Gives a text as it may stand in a comment of one line, whatever it holds. */
export function remark(text: string): string {
  return text
    .replaceAll(UNSEEN, ' ')
    .replaceAll('*/', '* /')
    .replaceAll('</', '< /')
    .replaceAll('<!', '< !')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
}

/** Gives how a member of an object is read. */
export function member(object: string, id: string): string {
  return PLAIN.test(id) ? `${object}.${id}` : `${object}[${literal(id)}]`;
}

/** Gives the key of a member in a type. */
export function memberKey(id: string): string {
  return PLAIN.test(id) ? id : inType(id);
}

/** Gives a text as a literal type, which stands in a comment. */
export function inType(value: string): string {
  return literal(value).replaceAll('*/', String.raw`*\/`);
}

/** Breaks a list of parts into lines of bearable length. */
export function inLines(parts: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && line.length + part.length > MOST_COLUMNS) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? part : ` ${part}`;
  }
  return [...lines, line].map((each) => `${indent}${each}`).join('\n');
}

const MOST_COLUMNS = 110;
const PLAIN = /^[A-Za-z][A-Za-z0-9]*$/u;
/** Line ends, controls, marks that turn the direction of writing, and what ends or hides a script in a page. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}<]/gu;
const UNSEEN = /[\p{C}\p{Z}]/gu;

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, place) => String.raw`\u` + character.charCodeAt(place).toString(16).padStart(4, '0'),
  ).join('');
}
