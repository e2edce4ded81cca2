/** The part of the catalogue that is about requests. */
export const REQUEST_MISTAKES = {
  'request/undeclared-party': [
    'a request names a party that the pack does not declare',
    'correct the id; a candidate that the pack does not know is `other`',
  ],
  'request/undeclared-act': [
    'a request names an act that the pack does not declare',
    'take an id from the `acts` of `pack.yaml`',
  ],
  'request/undeclared-fact': [
    'a request states a fact that the pack does not declare',
    'take an id from the `facts` of `pack.yaml`, or leave it out',
  ],
  'request/undeclared-value': [
    'a request gives an enum a value that it does not have',
    'write one of its values, or `other` where the enum is open',
  ],
  'request/undeclared-reading': [
    'a request takes a reading that the pack does not declare',
    'take an id from the `readings` of `pack.yaml`, or leave it out',
  ],
  'request/undeclared-option': [
    'a request takes an option that the reading does not have',
    'write one of its options, or leave the reading out',
  ],
  'request/undeclared-unit': [
    'a number has a unit that its fact does not declare',
    'write one of its units, or a plain number',
  ],
  'request/assessment-as-fact': [
    'an assessment stands among the facts, without who made it and when',
    'write it under `assessments`, with `finding`, `by` and `on`',
  ],
  'request/assessment-too-late': [
    "an assessment was made after the request's date",
    'correct one of the dates, or leave the assessment out',
  ],
  'request/undeclared-election': [
    'an election names no way of losing force that takes one',
    'write it as `clause.ceasing`, with their ids',
  ],
  'request/unfit-value': [
    "a fact's value is not of the fact's type",
    'write a value of that type; leave out what is not known',
  ],
  'request/indivisible-fact': [
    'a request calls a fact divisible that is no number',
    'name number facts under `divisible`, or leave the key out',
  ],
  'request/quantity-not-stated': [
    'a request calls a quantity divisible that it does not state',
    'state the number under `facts`, or take its name out of `divisible`',
  ],
  'request/holder-needed': [
    'a notice or response does not say which holder it concerns, and the pack has not exactly one',
    'write `to` for a notice, `by` for a response',
  ],
  'request/response-without-notice': [
    'a holder answers, or has information, before it had any notice',
    'record the notice, or correct the day',
  ],
  'request/bad-override': [
    'a setting on the command line is not of the form `name=value`, or stands twice',
    'write it like `fact=value`',
  ],
  'request/look-up-failed': [
    'a function that was to find a fact failed, or gave something that is no plain value',
    'mend the look-up, or state the fact; where nothing is found, give `undefined`',
  ],
} as const;
