/** The part of the catalogue that is about YAML. */
export const YAML_MISTAKES = {
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
} as const;
