const LONGEST_QUOTE = 80;
/** Everything that moves the cursor, hides itself or turns the writing direction, and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Writes a person's text so that it stays on one line and cannot steer a terminal: `\u{1b}` for an escape. */
export function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Sets a person's own text in backticks, on one line and cut to a readable length. */
export function inBackticks(text: string): string {
  const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return `\`${escapeUnprintable(cut)}\``;
}

/** Lists names as `a`, `b` and `c`; after ten it says how many more there are. */
export function listed(names: readonly string[], conjunction = 'or'): string {
  const shown = names.slice(0, 10).map(inBackticks);
  if (names.length > shown.length)
    return `${shown.join(', ')} and ${String(names.length - shown.length)} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${conjunction} ${last}`;
}
