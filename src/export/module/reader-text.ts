/** The part of a module that is the same for every pack: reads any question, and walks the table over all that is left open. */
export const READER_TEXT = `
/** Gives the answer to any question: reads it into classes and takes together all that is left open. */
function decideByTable(/** @type {Question} */ question) {
  const { facts, known } = question;
  if (facts !== undefined && !isMap(facts)) return invalid('facts', facts);
  if (known !== undefined && !isMap(known)) return invalid('known', known);
  const root = rootOf(question);
  if (typeof root !== 'number') return root;
  return read(question) ?? answerOf(union(root));
}

function isMap(/** @type {unknown} */ value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names what is wrong with a question, if it is one of its facts; otherwise decides by the table. */
function refused(/** @type {Question} */ question, /** @type {Record<string, unknown>} */ facts, /** @type {number} */ day) {
  const root = rootOf(question);
  if (typeof root !== 'number') return root;
  for (const id in facts) {
    const slot = FACTS.get(id);
    const value = facts[id];
    if (slot === undefined || (!isUnknown(value) && classOf(slot, value, facts, day) === WRONG))
      return invalid(id, value);
  }
  return decideByTable(question);
}

/** @returns {number | Invalid} */
function rootOf(/** @type {Question} */ { actor, act, provider }) {
  const root = ROOTS.get(actor)?.get(act)?.get(provider);
  if (root !== undefined) return root;
  if (!PARTIES.has(actor)) return invalid('actor', actor);
  if (!ACTS.has(act)) return invalid('act', act);
  return PARTIES.has(provider) ? ~PERMITTED_BIT : invalid('provider', provider);
}

/** @returns {Invalid} */
function invalid(/** @type {string} */ part, /** @type {unknown} */ value) {
  return { invalid: { part, value } };
}

/** What the question at hand says: a class for each variable, or UNSET, and then which classes are left, if not all are. */
const classes = new Int32Array(FALLBACKS.length);
/** @type {(readonly number[] | undefined)[]} */
const left = new Array(FALLBACKS.length).fill(undefined);

/** @returns {Invalid | undefined} */
function read(/** @type {Question} */ { date, facts, known }) {
  const day = dayOf(date);
  if (day === undefined) return invalid('date', date);
  classes.set(FALLBACKS);
  left.fill(undefined);
  readDay(day);
  const given = /** @type {Record<string, unknown>} */ (facts ?? {});
  return readFacts(given, day) ?? (known === undefined ? undefined : readKnown(known));
}

function readDay(/** @type {number} */ day) {
  if (DATE_LEVEL >= 0) classes[DATE_LEVEL] = turnsUpTo(TURNS, day);
  for (const { level, turns, open } of STARTS) leave(level, open[turnsUpTo(turns, day)] ?? []);
  leaveEvents(day);
}

function leave(/** @type {number} */ level, /** @type {readonly number[]} */ open) {
  classes[level] = open.length === 1 ? (open[0] ?? UNSET) : UNSET;
  left[level] = open;
}

/** @returns {Invalid | undefined} */
function readFacts(/** @type {Record<string, unknown>} */ facts, /** @type {number} */ day) {
  for (const id in facts) {
    const slot = FACTS.get(id);
    const value = facts[id];
    if (slot === undefined) return invalid(id, value);
    if (isUnknown(value)) continue;
    const found = classOf(slot, value, facts, day);
    if (found === WRONG) return invalid(id, value);
    if (slot.level < 0) continue;
    if (found >= 0) classes[slot.level] = found;
    else if (slot.is === 'listed') leave(slot.level, slot.parts[PARTLY - found] ?? []);
  }
  return undefined;
}

/** @returns {Invalid | undefined} */
function readKnown(/** @type {Readonly<Record<string, string>>} */ known) {
  for (const key of Object.keys(known)) {
    const level = VARIABLES.findIndex(([each]) => each === key);
    const found = VARIABLES[level]?.[1].findIndex((label) => label === known[key]) ?? -1;
    if (found === -1) return invalid(key, known[key]);
    classes[level] = found;
  }
  return undefined;
}

function isUnknown(/** @type {unknown} */ value) {
  return value === undefined || value === null || value === 'unknown';
}

/** The class of a value, WRONG where it is none, or PARTLY and below by the place of what it leaves. */
function classOf(
  /** @type {Slot} */ slot,
  /** @type {unknown} */ value,
  /** @type {Record<string, unknown>} */ facts,
  /** @type {number} */ day,
) {
  switch (slot.is) {
    case 'listed':
      return slot.codes.get(value) ?? WRONG;
    case 'line':
      return classOnLine(slot, value, facts);
    case 'event':
      return classOfEvent(slot, value, facts, day);
    default: {
      if (slot.mayBeNotYet && value === 'not-yet') return 0;
      return (slot.isDay ? dayOf(value) : finite(value)) === undefined ? WRONG : 0;
    }
  }
}

/** Numbers that may be compared with each other are told apart by their ranks within one interval. */
function classOnLine(
  /** @type {Extract<Slot, { is: 'line' }>} */ slot,
  /** @type {unknown} */ value,
  /** @type {Record<string, unknown>} */ facts,
) {
  const number = slot.isDay ? dayOf(value) : finite(value);
  if (number === undefined) return WRONG;
  const interval = intervalOf(slot, number);
  const first = slot.firstClasses[interval] ?? 0;
  if (slot.group.length === 1) return first;
  const below = comparedWith(slot.group, facts).filter(
    (other) => other < number && intervalOf(slot, other) === interval,
  );
  return first + new Set(below).size;
}

function intervalOf(/** @type {Extract<Slot, { is: 'line' }>} */ { cuts }, /** @type {number} */ number) {
  let interval = 0;
  for (const [at, isAfter] of cuts) {
    if (isAfter ? number <= at : number < at) return interval;
    interval += 1;
  }
  return interval;
}

/** The numbers, or days, that are known of some facts. */
function comparedWith(/** @type {readonly string[]} */ group, /** @type {Record<string, unknown>} */ facts) {
  return group.flatMap((id) => {
    const value = Object.hasOwn(facts, id) ? facts[id] : undefined;
    const slot = FACTS.get(id);
    const isDay = slot !== undefined && slot.is !== 'listed' && (slot.is === 'event' || slot.isDay);
    const number = isDay ? dayOf(value) : value;
    return typeof number === 'number' ? [number] : [];
  });
}

/** The place of a day among days on which something turns. */
function turnsUpTo(/** @type {readonly number[]} */ turns, /** @type {number} */ day) {
  let place = 0;
  while (place < turns.length && (turns[place] ?? 0) <= day) place += 1;
  return place;
}

function finite(/** @type {unknown} */ value) {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Reads an ISO day as days since 1970; undefined for anything else. Days are kept, for the same ones are asked for often. */
function dayOf(/** @type {unknown} */ value) {
  if (typeof value !== 'string') return undefined;
  const kept = DAYS[value];
  if (kept !== undefined) return kept;
  const time = /^\\d{4}-\\d{2}-\\d{2}$/.test(value) ? Date.parse(\`\${value}T00:00:00Z\`) : NaN;
  if (Number.isNaN(time) || value < '0001' || new Date(time).toISOString().slice(0, 10) !== value) return undefined;
  const day = time / 86_400_000;
  if (daysKept < 10_000) DAYS[value] = day;
  daysKept += 1;
  return day;
}

/** By place: the walk in which a node was last seen, and what was found below it then. */
const seen = new Int32Array(TABLE.length);
const found = new Uint8Array(TABLE.length);
let walks = 0;

/** The outcomes that can be reached from a place of the table, as bits. */
function union(/** @type {number} */ root) {
  walks += 1;
  return below(root);
}

/** @returns {number} */
function below(/** @type {number} */ from) {
  let node = from;
  while (node >= 0) {
    const known = classes[TABLE[node] ?? 0] ?? UNSET;
    if (known === UNSET) return branches(node);
    node = TABLE[node + 1 + known] ?? 0;
  }
  return 1 << ~node;
}

function branches(/** @type {number} */ node) {
  if (seen[node] === walks) return found[node] ?? 0;
  const level = TABLE[node] ?? 0;
  const open = left[level];
  const width = open === undefined ? (VARIABLES[level]?.[1].length ?? 0) : open.length;
  let bits = 0;
  let before = node;
  for (let place = 0; place < width; place += 1) {
    const child = TABLE[node + 1 + (open === undefined ? place : (open[place] ?? 0))] ?? 0;
    if (child !== before) bits |= below(child);
    before = child;
  }
  seen[node] = walks;
  found[node] = bits;
  return bits;
}
`;

/** For packs in which no event plays a part. */
export const NO_EVENTS_TEXT = `
function leaveEvents(/** @type {number} */ _day) {}

/** @returns {number} */
function classOfEvent(
  /** @type {Slot} */ _slot,
  /** @type {unknown} */ _value,
  /** @type {Record<string, unknown>} */ _facts,
  /** @type {number} */ _day,
) {
  return WRONG;
}
`;
