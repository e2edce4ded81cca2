/** The part of the catalogue that is about calendars, and about days that are counted from others. */
export const DAY_MISTAKES = {
  'calendar/covers-reversed': [
    'the first day that a calendar covers lies after the last',
    'write the earlier day under `from`',
  ],
  'calendar/covers-too-long': [
    'a calendar claims to cover more than a hundred years',
    'cover the years whose holidays are listed; what lies outside is unknown',
  ],
  'calendar/never-open': [
    'a calendar has no day on which business is done',
    'leave out a day of the week or a holiday',
  ],
  'calendar/holiday-outside': [
    'a holiday lies outside the days that its calendar covers',
    'correct the day, or cover it',
  ],
  'calendar/undeclared': [
    'a number of business days names a calendar that the pack does not declare',
    'correct the id, or declare the calendar under `calendars`',
  ],
  'calendar/none-declared': [
    'business days are counted, and the pack declares no calendar',
    'declare one under `calendars`, with the days that it covers',
  ],
  'calendar/not-named': [
    'business days are counted, and the pack has several calendars',
    'name the one that is meant, like `10 business-days on new-york`',
  ],
  'clause/unknown-instrument': [
    'a day is counted from the start of an instrument that no file has',
    'correct the id, or add the file of the instrument to the pack',
  ],
  'clause/counts-back-from-event': [
    'a day is counted back from an event, whose day nobody knows before it happens',
    'declare a fact of the type `date` for a day that is known ahead, and count from `{ fact: … }`',
  ],
  'clause/anchor-in-scope': [
    'a date from which days are counted is tested in a scope as well',
    'declare two facts, one to count from and one to test',
  ],
  'clause/counts-in-circle': [
    'clauses count their days from the ends of each other',
    'count one of them from a day or an event',
  ],
  'clause/counts-from-amended': [
    'a day is counted from the end of a clause that is amended',
    'count it from what that end is counted from',
  ],
  'clause/counts-from-open-end': [
    'a day is counted from the end of a clause whose own end is unknown, assumed or by reading',
    'count it from an event or a date; an unknown length may stand in the count itself',
  ],
} as const;
