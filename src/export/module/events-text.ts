/** Reads events: whether their day is one that some clause names, and what has run out since. */
export const EVENTS_TEXT = `
/** An event of which nothing is known has not happened, or happened on some day up to the date. */
function leaveEvents(/** @type {number} */ day) {
  for (const slot of FACTS.values()) {
    if (slot.is !== 'event' || slot.level < 0) continue;
    const latest = slot.tails.flatMap((tail) => latestOver(day, tail));
    const days = slot.mayLieAhead ? [...latest, ...latest.map((on) => on + 1)] : [day, ...latest.map((on) => Math.min(on, day))];
    const vectors = new Set(days.map((on) => over(slot, on, day)));
    const open = slot.classes.flatMap(([on, bits], place) => {
      const isLeft = typeof on === 'number' ? over(slot, on, day) === bits : on === 'not-yet' ? !slot.mayLieAhead : vectors.has(bits);
      return isLeft ? [place] : [];
    });
    leave(slot.level, open);
  }
}

/** @returns {number} */
function classOfEvent(
  /** @type {Extract<Slot, { is: 'event' }>} */ slot,
  /** @type {unknown} */ value,
  /** @type {Record<string, unknown>} */ facts,
  /** @type {number} */ day,
) {
  if (value === 'not-yet' && !slot.mayLieAhead) return 0;
  const on = dayOf(value);
  if (on === undefined) return WRONG;
  const bits = over(slot, on, day);
  const below = comparedWith(slot.group, facts).filter(
    (other) => other < on && !slot.named.includes(other) && over(slot, other, day) === bits,
  );
  const called = slot.named.includes(on) ? on : \`#\${new Set(below).size}\`;
  return slot.classes.findIndex(([each, also]) => each === called && also === bits);
}

/** The times that have run out by the date since an event, as bits. */
function over(/** @type {Extract<Slot, { is: 'event' }>} */ { tails }, /** @type {number} */ on, /** @type {number} */ day) {
  return tails.reduce((bits, tail, place) => (dayAt(on, tail) <= day ? bits | (1 << place) : bits), 0);
}

/** The last day from which a tail is over by the date, if there is one. */
function latestOver(/** @type {number} */ day, /** @type {Tail} */ tail) {
  let [low, high] = [day - 730_500, day + 730_500];
  if (dayAt(low, tail) > day) return [];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (dayAt(middle, tail) <= day) low = middle;
    else high = middle - 1;
  }
  return [low];
}

/** The day to which some counts lead, one after the other. */
function dayAt(/** @type {number} */ day, /** @type {Tail} */ tail) {
  return tail.reduce((at, step) => (Number.isFinite(at) ? dayAfter(at, step) : at), day);
}

/** The day on which a time counted from a day ends. A month ends on the same day of the month, or on the month's last. */
function dayAfter(/** @type {number} */ day, /** @type {Step} */ [count, unit, calendar, isOpenOutside]) {
  if (unit === 'calendar-days') return day + count;
  if (unit === 'weeks') return day + count * 7;
  if (unit === 'business-days') return businessDayAfter(day, count, calendar, isOpenOutside);
  const from = new Date(Math.min(Math.max(day, -719_162), 2_932_896) * 86_400_000);
  const months = from.getUTCFullYear() * 12 + from.getUTCMonth() + (unit === 'months' ? count : count * 12);
  const [year, month] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const on = [String(year).padStart(4, '0'), ...[month + 1, Math.min(from.getUTCDate(), last)].map((part) => String(part).padStart(2, '0'))];
  return dayOf(on.join('-')) ?? (count < 0 ? -Infinity : Infinity);
}

/** Days that the calendar does not cover are taken to be all open, or all closed. */
function businessDayAfter(
  /** @type {number} */ day,
  /** @type {number} */ count,
  /** @type {Calendar} */ { from, to, closed, holidays },
  /** @type {boolean} */ isOpenOutside,
) {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at += step;
    if (at < from || at > to) {
      const isLeaving = step > 0 ? at > to : at < from;
      const room = step > 0 ? from - at : at - to;
      if (isOpenOutside) {
        const jump = isLeaving ? left : Math.min(left, room);
        left -= jump;
        at += step * (jump - 1);
      } else {
        if (isLeaving) return step * Infinity;
        at = step > 0 ? from - 1 : to + 1;
      }
    } else if (!closed.includes((((at + 4) % 7) + 7) % 7) && !holidays.has(at)) left -= 1;
  }
  return at;
}
`;
