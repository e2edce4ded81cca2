/** What holders are sent. */
const SENT: readonly string[] = ['notice', 'information'];
/** What holders do. */
const ANSWERS: readonly string[] = ['decline', 'exercise', 'interest', 'agreement', 'information-request'];

/** Gives the key under which an event of a kind names its party: `to` for what is sent, `by` for what is done. */
export function partyKey(kind: string): 'to' | 'by' {
  return SENT.includes(kind) ? 'to' : 'by';
}

/** True for a kind of event that concerns one holder of a first right. */
export function isOfHolder(kind: string): boolean {
  return SENT.includes(kind) || ANSWERS.includes(kind);
}
