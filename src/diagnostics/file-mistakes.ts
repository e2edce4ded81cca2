/** The part of the catalogue that is about files and folders. */
export const FILE_MISTAKES = {
  'file/unreadable': ['the folder or file cannot be opened', 'check the path and whether you may read it'],
  'file/not-a-file': ['a name ending in `.yaml` is a folder, a link or a device', 'put a file in its place'],
  'file/no-pack': ['the folder has no `pack.yaml`', 'name the folder of a pack, or write its `pack.yaml`'],
  'file/too-many': ['the folder has too many YAML files', 'join files, or move some out of the folder'],
  'file/too-large': ['a file, or the pack as a whole, is too large', 'split the file, or the pack'],
  'file/unwritable': ['a file cannot be written', 'free its place, or ask for leave to write there'],
  'file/not-text': ['the file is not UTF-8 text', 'save it as UTF-8'],
  'file/locked': [
    'a file to which lines are added is locked by another writer, or by one that came to a sudden end',
    'try again; where nobody writes, delete the lock file',
  ],
} as const;
