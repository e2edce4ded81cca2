/** The part of the catalogue that is about happenings and what measures count of them. */
export const MEASURE_MISTAKES = {
  'measure/undeclared': [
    'a measure or a happening names something that the pack does not declare for it',
    'declare the happening, its amount or its key, or correct the name',
  ],
  'measure/bad-period': [
    'the periods of a measure are written in none of the forms that there are',
    'write one of `every`, `calendar`, `trailing` and `since`, with what belongs to it',
  ],
  'measure/unfit-part': [
    'a part of a measure or of a happening does not go with the rest of it',
    'leave the part out, or write another measure for it',
  ],
  'measure/idle-bound': [
    'a measure is compared with a figure that it is always, or never, beyond',
    'correct the figure; a measure is never below nothing, a share never above 100, and a count never between two whole numbers',
  ],
  'request/measure-as-fact': [
    'a request states the number of a measure, which is found from the record of happenings',
    'record what happened under `happened`',
  ],
  'request/undeclared-happening': [
    'a record tells of something that is none of the happenings of the pack, or of two at once',
    'write each happening as a map of its own, with its day',
  ],
  'request/happened-too-late': [
    'a happening is recorded for a day after the day of the request',
    'leave it out: what counts is what has happened by then',
  ],
  'request/negative-amount': [
    'an amount of a happening is less than nothing',
    'correct the happening that it takes back; amounts are only added up',
  ],
} as const;
