import type { ErrorCode, YAMLError } from 'yaml';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';

interface YamlMistake {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
}

/** Says in our words what the parser found wrong. */
export function describeYamlError(error: YAMLError): YamlMistake {
  if (error.code === 'BAD_INDENT' && error.message.startsWith('Flow')) return MISTAKES.MISSING_CHAR;
  return MISTAKES[error.code] ?? syntax('this is not YAML');
}

const QUOTE = 'put the text in quotes';

const MISTAKES: Readonly<Record<ErrorCode, YamlMistake>> = {
  ALIAS_PROPS: syntax('an alias carries an anchor or a tag of its own'),
  BAD_ALIAS: syntax('an anchor or alias has no name, or no anchor of that name stands before it', QUOTE),
  BAD_COLLECTION_TYPE: tag(),
  BAD_DIRECTIVE: syntax('a line that begins with `%` is not understood'),
  BAD_DQ_ESCAPE: syntax('a backslash in double quotes has no meaning here', 'use single quotes'),
  BAD_INDENT: syntax('the indentation does not fit', 'indent every key of one map alike, with spaces'),
  BAD_PROP_ORDER: syntax('an anchor or a tag stands in the wrong place'),
  BAD_SCALAR_START: syntax('a text may not begin with this character', QUOTE),
  BLOCK_AS_IMPLICIT_KEY: syntax('a second `:` stands in one line', QUOTE),
  BLOCK_IN_FLOW: syntax('a list or map in brackets holds one that is written in lines'),
  DUPLICATE_KEY: { code: 'yaml/duplicate-key', message: 'a key stands twice in one map' },
  IMPOSSIBLE: syntax('this is not YAML'),
  KEY_OVER_1024_CHARS: syntax('a key is too long'),
  MISSING_CHAR: syntax(
    'a closing quote, bracket, brace, colon, comma or space is missing',
    'look at the line shown and at the end of the one above it',
  ),
  MULTILINE_IMPLICIT_KEY: syntax('a key runs over more than one line'),
  MULTIPLE_ANCHORS: syntax('a value has two anchors'),
  MULTIPLE_DOCS: { code: 'yaml/several-documents', message: 'the file holds more than one document' },
  MULTIPLE_TAGS: tag(),
  NON_STRING_KEY: { code: 'yaml/key', message: 'a key is not text' },
  RESOURCE_EXHAUSTION: { code: 'yaml/too-deep', message: 'lists and maps stand too deep inside one another' },
  TAB_AS_INDENT: syntax('a tab is used for indentation', 'use spaces'),
  TAG_RESOLVE_FAILED: tag(),
  UNEXPECTED_TOKEN: syntax('this does not belong here', QUOTE),
};

function syntax(message: string, hint?: string): YamlMistake {
  return hint === undefined ? { code: 'yaml/syntax', message } : { code: 'yaml/syntax', message, hint };
}

function tag(): YamlMistake {
  return {
    code: 'yaml/tag',
    message: 'a tag stands here, and the rule language has none',
    hint: 'leave out what begins with `!`',
  };
}
