import { COMPARISON_MISTAKES } from './comparison-mistakes.ts';
import { LEDGER_MISTAKES } from './ledger-mistakes.ts';

/**
 * Every diagnostic there is: what it means, and how to mend the document. The second stands as the hint where a
 * message has none of its own. `docs/diagnostics.md` shows the same table.
 */
export const CATALOGUE = {
  'file/unreadable': ['the folder or file cannot be opened', 'check the path and whether you may read it'],
  'file/not-a-file': ['a name ending in `.yaml` is a folder, a link or a device', 'put a file in its place'],
  'file/no-pack': ['the folder has no `pack.yaml`', 'name the folder of a pack, or write its `pack.yaml`'],
  'file/too-many': ['the folder has too many YAML files', 'join files, or move some out of the folder'],
  'file/too-large': ['a file, or the pack as a whole, is too large', 'split the file, or the pack'],
  'file/unwritable': ['a file cannot be written', 'free its place, or ask for leave to write there'],
  'file/not-text': ['the file is not UTF-8 text', 'save it as UTF-8'],
  'yaml/syntax': [
    'the file is not YAML',
    'mend the place shown; text with `: `, `#` or quotes in it goes in single quotes',
  ],
  'yaml/empty': ['the file says nothing', 'write the document or delete the file'],
  'yaml/several-documents': ['the file holds more than one document', 'give each document its own file'],
  'yaml/duplicate-key': ['a key stands twice in one map', 'keep one of the two'],
  'yaml/aliases': ['aliases repeat themselves, or too much of the file', 'write the part out in its place'],
  'yaml/too-deep': [
    'lists and maps stand too deep inside one another',
    'name parts as `terms`, and nest less',
  ],
  'yaml/tag': ['a value carries a YAML tag such as `!!str`', 'leave the tag out'],
  'yaml/key': ['a key is not plain text', 'write the key as text'],
  'value/not-plain': [
    'a value given by a program is not plain data',
    'give only maps, lists, text, numbers, `true`, `false` and `null`',
  ],
  'value/too-large': [
    'a value given by a program is too large or too deep',
    'leave parts out; a request is rarely longer than a page',
  ],
  'shape/unknown-key': ['a map has a key that the rule language does not know', 'correct or delete the key'],
  'shape/missing-key': [
    'a map lacks a key that it needs',
    'write the key; what is not known is `unknown`, where that is allowed',
  ],
  'shape/wrong-value': [
    'a value has not the form that belongs there',
    'see the key in `docs/rule-language.md`',
  ],
  'shape/empty': ['a text, list or map is empty', 'write what belongs there, or leave the key out'],
  'shape/repeated': ['a list names the same thing twice', 'keep one of the two'],
  'shape/bad-id': ['an id is not a letter and then letters, digits, `-` and `.`', 'choose another id'],
  'shape/reserved-id': ['an id is a word that the rule language uses itself', 'choose another id'],
  'shape/impossible-date': ['no calendar has the day', 'correct the date'],
  'shape/bad-duration': [
    'a duration is not a positive number of calendar days, weeks, months or years',
    'write it like `30 calendar-days` or `6 months`',
  ],
  'shape/long-quote': ['a quote is longer than 25 words', 'quote the words that matter, 25 at most'],
  'pack/language': [
    'the pack is written in a version of the language that this program does not read',
    'write `language: 1`, or use a newer program',
  ],
  'pack/name-clash': ['a fact and a reading have the same id; both are keys of scopes', 'rename one of them'],
  'pack/undeclared-option': ['a reading assumes an option that it does not have', 'name one of its options'],
  'pack/undeclared-party': [
    'a group or an `affiliate-of` names a party that the pack does not declare',
    'correct the id, or declare the party',
  ],
  'pack/affiliate-of-itself': ['a party is its own affiliate', 'name the party above it'],
  'pack/duplicate-value': ['two values of an enum have the same id', 'rename one of them'],
  'pack/tree-too-deep': ['values of an enum lie too deep within one another', 'leave levels out'],
  'pack/bad-unit': [
    "a further unit is worth no positive number of the fact's own, or has no name that can be read",
    "write how many of the fact's own unit one is worth: `GW: 1000` where that is MW",
  ],
  'pack/term-cycle': ['a defined term stands on itself', 'take one of the references out'],
  'pack/term-too-large': ['a defined term stands on too many others', 'define it by fewer, or by facts'],
  'pack/several-packs': [
    'a folder has a second file that declares the words of a pack',
    'give each pack a folder of its own',
  ],
  'pack/scenarios-inside': [
    'scenarios lie in the folder of a pack',
    'move the file out of the folder; only `pack.yaml` and instruments belong there',
  ],
  'instrument/duplicate-id': ['two instruments have the same id', 'rename one of them'],
  'instrument/undeclared-party': [
    'an instrument names a party that the pack does not declare',
    'correct the id, or declare the party',
  ],
  'instrument/band-reversed': ['`possibly-from` lies after `from`', 'write the earlier day there'],
  'instrument/unknown-clause': [
    'an instrument ends, amends or waives a clause that no file has',
    'correct the id, or add the file with the clause to the pack',
  ],
  'instrument/ends-own-clause': [
    'an instrument ends, amends or waives a clause that it adds itself',
    'write the clause as it is to be, or leave it out',
  ],
  'instrument/without-assent': [
    'an instrument ends or changes a right without a party to whom it is owed',
    'name the party under `parties` or `assented-by`, if it agreed',
  ],
  'instrument/unchangeable-key': [
    'an amendment changes what makes the clause this clause, its id or its kind',
    'end the clause, and add another',
  ],
  'instrument/amended-twice': [
    'two amendments change one clause on the same day',
    'write them as one amendment, or correct a date',
  ],
  'instrument/amended-too-early': ['an amendment starts before what it changes', 'correct one of the dates'],
  'clause/duplicate-id': ['two clauses have the same id', 'rename one of them'],
  'clause/duplicate-carve-out': ['two carve-outs of a clause have the same id', 'rename one of them'],
  'clause/duplicate-ceasing': [
    'a way to lose force has the id of another, or of a carve-out of the clause',
    'rename one of them',
  ],
  'clause/number-not-quoted': ['a clause number is a YAML number, which drops final zeros', 'quote it'],
  'clause/missing-for-kind': ['a clause lacks a key that its kind needs', 'write it, or take another kind'],
  'clause/key-of-another-kind': [
    'a clause has a key that means nothing for its kind',
    'delete the key, or choose another kind',
  ],
  'clause/holder-is-grantor': [
    'holder and grantor are the same party',
    'the holder has the right, the grantor is bound by it; correct one',
  ],
  'clause/undeclared-party': [
    'a clause names a party that the pack does not declare',
    'correct the id, or declare the party',
  ],
  'clause/undeclared-act': [
    'a clause names an act that the pack does not declare',
    'correct the id, or declare the act',
  ],
  'clause/undeclared-fact': [
    'a scope tests something that is neither a fact nor a reading of the pack',
    'correct the id, or declare the fact',
  ],
  'clause/undeclared-value': [
    'a scope tests an enum for a value that it does not have',
    'correct the value, or declare it',
  ],
  'clause/undeclared-option': [
    'a scope tests a reading for an option that it does not have',
    'correct the option, or declare it',
  ],
  'clause/undeclared-reading': [
    'a value hangs on a reading that the pack does not declare',
    'correct the id, or declare the reading',
  ],
  'clause/missing-option': [
    'a value that hangs on a reading leaves one of its options out',
    'give each option a value, `none` or `unknown`',
  ],
  'clause/undeclared-group': [
    '`within` names a group that the pack does not declare',
    'correct the id, or declare the group',
  ],
  'clause/undeclared-term': [
    '`defined` names a term that the pack does not declare',
    'correct the id, or declare the term',
  ],
  'clause/undeclared-unit': [
    'a number has a unit that its fact does not declare',
    'write one of its units, or declare the unit',
  ],
  'clause/wrong-level': [
    'a scope tests a tree of values for an inner value as if it were a leaf, or for a leaf as if values lay within it',
    'write an inner value as `{ within: … }` and a leaf by itself',
  ],
  'clause/event-in-scope': [
    'a scope tests an event',
    'end the clause by it, with `until: { event: … }`, or declare a date',
  ],
  'clause/undeclared-document': [
    'a source cites a document that the pack does not declare',
    'correct the id, or declare the document',
  ],
  'clause/undeclared-grade': [
    'a source has a grade that the pack does not declare',
    'correct the grade, or declare it',
  ],
  'clause/unfit-value': [
    "a scope tests a fact for a value that is not of the fact's type",
    'write a value of that type; what the text leaves open is `unknown`',
  ],
  'clause/unfit-comparison': [
    'a comparison does not fit the type of what it compares',
    'write a value, or a comparison that fits the type',
  ],
  'clause/unlike-facts': [
    '`same-as` compares facts that can never be compared',
    'compare facts of one type, unit and set of values',
  ],
  'clause/unknown-clause': [
    '`notwithstanding` or `subject-to` names a clause that no file has',
    'correct the id, or add the file with the clause to the pack',
  ],
  'clause/without-assent': [
    'a clause prevails over a right without a party to whom it is owed',
    "name the party in the instrument's `parties` or `assented-by`, if it agreed",
  ],
  'clause/precedence-cycle': ['clauses prevail over each other in a circle', 'take one precedence out'],
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
    'a holder declines or exercises before it had any notice',
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
  'scenario/no-expectation': [
    'a scenario says neither what must come of it nor why it is pending',
    'write `expect`, `diagnostics` or `pending`',
  ],
  'scenario/two-expectations': ['a scenario expects both an answer and diagnostics', 'keep one of the two'],
  'scenario/duplicate-id': ['two scenarios have the same id', 'rename one of them'],
  'scenario/unknown-code': ['a scenario expects a code that does not exist', 'see `docs/diagnostics.md`'],
  'scenario/not-examined': [
    'a scenario expects something about a provider or act that its request does not ask about',
    'add it to the request, or take the expectation out',
  ],
  'scenario/unknown-clause': [
    'a scenario expects a governing clause that the pack does not have',
    'take the id of a clause from the files of the pack',
  ],
  'scenario/other-pack': ['a file of scenarios is for another pack', 'run it with the pack that it names'],
  ...LEDGER_MISTAKES,
  ...COMPARISON_MISTAKES,
} as const satisfies Readonly<Record<string, readonly [means: string, mend: string]>>;

/** The code of a diagnostic, `phase/what-is-wrong`. */
export type DiagnosticCode = keyof typeof CATALOGUE;

/** True for the code of a diagnostic. */
export function isDiagnosticCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(CATALOGUE, code);
}
