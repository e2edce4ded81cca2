/** The part of the catalogue that is about calendars, and the business days that are counted on them. */
export const CALENDAR_MISTAKES = {
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
} as const;
