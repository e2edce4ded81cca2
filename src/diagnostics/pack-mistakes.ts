/** The part of the catalogue that is about packs as a whole. */
export const PACK_MISTAKES = {
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
} as const;
