/** The part of the catalogue that is about ledgers. */
export const LEDGER_MISTAKES = {
  'ledger/not-a-ledger': [
    'a file is no ledger, or one of a version that this program does not read',
    'name a file that `compute-rights ledger add` has begun',
  ],
  'ledger/torn-line': [
    'the last line of a ledger was not written to its end, and is not believed',
    'add the entry again with `--drop-torn-line`; whoever added it was never told that it is recorded',
  ],
  'ledger/changed-line': [
    'a line of a ledger is not as it was written',
    'put the line back from a copy; what has to be corrected is superseded by a new entry',
  ],
  'ledger/broken-chain': [
    'a line of a ledger does not follow the line before it: lines are missing, added or moved',
    'put the lines back from a copy',
  ],
  'ledger/rewritten': [
    'no line of a ledger has the hash that was noted of it before',
    'compare it with a copy from that time: it was cut short, or written anew',
  ],
  'ledger/other-pack': [
    'a ledger is for another pack',
    'name the folder of its pack with `--rules`, or another ledger',
  ],
  'ledger/bad-entry': [
    'an entry does not say exactly one thing',
    'give one of an opening, an event, a happening with its day, a statement of completeness and a withdrawal',
  ],
  'ledger/unknown-opportunity': [
    'a ledger has no opportunity of that id, or had none by the day asked for',
    'correct the id, or open the opportunity first with `--open`',
  ],
  'ledger/opened-twice': [
    'an opportunity is opened a second time',
    'choose another id, or supersede the entry that opened it',
  ],
  'ledger/recorded-backwards': [
    'an entry is recorded on an earlier day than the one before it',
    'record it today; the day on which something happened may lie as far back as it did',
  ],
  'ledger/recorded-too-early': [
    'an entry is recorded before the day that it tells of',
    'correct one of the two days; where clocks differ, record it on the later day',
  ],
  'ledger/before-agreement': [
    'an event or a happening lies before the agreement under which it could matter',
    'correct its day, or leave it out: it is none under these contracts',
  ],
  'ledger/second-response': [
    'a holder answers one notice twice',
    'keep the answer that counts, and supersede the other',
  ],
  'ledger/cannot-supersede': [
    'an entry supersedes one that it cannot stand in place of',
    'name an earlier entry of the same opportunity and kind that stands',
  ],
  'ledger/missing-document': [
    'a document that an entry has attached is not in the folder',
    'put it there under the name that the entry gives',
  ],
  'ledger/changed-document': [
    'a document is not the one that was attached',
    'put the document back from a copy, or attach the new one to a new entry',
  ],
  'ledger/two-records': [
    'a request states an opportunity, or what happened, besides what is taken from a ledger',
    'take it out of the request, or leave `--ledger` out',
  ],
} as const;
