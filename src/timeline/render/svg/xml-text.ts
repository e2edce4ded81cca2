import { escapeUnprintable } from '../../../diagnostics/plain-text.ts';

/** Writes a text so that it stands for itself in XML, between tags and in the quotes of an attribute. */
export function asXml(text: string): string {
  return escapeUnprintable(text).replace(/[&<>"']/gu, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
