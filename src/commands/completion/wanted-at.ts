import type { Argument, Command, Option } from 'commander';
import type { Candidate } from './candidate.ts';
import { NAMES_BY_OPTION, type NameKind } from './names-by-option.ts';

/** What may stand where the last word is being typed. */
export type Wanted = {
  /** What is typed of the word already, and what stands before that in it, such as `--rules=`. */
  readonly typed: string;
  readonly before: string;
} & (
  | { readonly kind: 'words'; readonly words: readonly Candidate[] }
  | { readonly kind: 'names'; readonly of: NameKind; readonly rules: string | undefined }
  | { readonly kind: 'paths'; readonly paths: 'files' | 'folders' }
  | { readonly kind: 'nothing' }
);

/** Follows a command line through the commands and options of the program, up to its last word. */
export function wantedAt(program: Command, words: readonly string[]): Wanted {
  const line = readLine(program, words.slice(0, -1));
  const last = words.at(-1) ?? '';
  if (!line.isOperandsOnly && last.startsWith('-')) return wantedOfOption(last, line);
  const at = { typed: last, before: '' };
  if (line.open !== undefined) return wantedBy(line.open, at, line);
  const commands = line.operands.length === 0 ? commandsOf(line.command) : [];
  if (commands.length > 0) return { ...at, kind: 'words', words: commands };
  return wantedBy(argumentAt(line), at, line);
}

/** An option that is being typed, or after its sign the value. */
function wantedOfOption(last: string, line: Line): Wanted {
  const [, before = '', value] = /^(--[^=]+=)(.*)$/su.exec(last) ?? [];
  if (value === undefined) return { typed: last, before: '', kind: 'words', words: optionsOf(line.command) };
  return wantedBy(optionOf(line.command, before.slice(0, -1)), { typed: value, before }, line);
}

/** A command line up to the word that is being typed. */
interface Line {
  readonly command: Command;
  readonly operands: readonly string[];
  /** The option whose value comes next. */
  readonly open?: Option | undefined;
  readonly isOperandsOnly: boolean;
  readonly rules?: string | undefined;
}

function readLine(program: Command, words: readonly string[]): Line {
  return words.reduce<Line>((line, word) => withWord(line, word), {
    command: program,
    operands: [],
    isOperandsOnly: false,
  });
}

function withWord(line: Line, word: string): Line {
  const { command, operands, open } = line;
  if (!line.isOperandsOnly && word.startsWith('-') && word !== '-') return withOption(line, word);
  if (open !== undefined) {
    const rules = open.long === '--rules' ? word : line.rules;
    return { ...line, rules, open: open.variadic ? open : undefined };
  }
  const below = operands.length === 0 ? command.commands.find((each) => each.name() === word) : undefined;
  return below === undefined ? { ...line, operands: [...operands, word] } : { ...line, command: below };
}

function withOption(line: Line, word: string): Line {
  if (word === '--') return { ...line, open: undefined, isOperandsOnly: true };
  const [flag = '', value] = word.split(/=(.*)/su);
  const option = optionOf(line.command, flag);
  const takes = option !== undefined && (option.required || option.optional);
  if (value === undefined) return { ...line, open: takes ? option : undefined };
  return { ...line, open: undefined, ...(flag === '--rules' && { rules: value }) };
}

function optionOf(command: Command, flag: string): Option | undefined {
  return command.options.find(({ long, short }) => flag === long || flag === short);
}

function optionsOf(command: Command): readonly Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.flatMap(({ long, description }) =>
    typeof long === 'string' ? [{ value: long, about: description }] : [],
  );
}

function commandsOf(command: Command): readonly Candidate[] {
  const commands = command.createHelp().visibleCommands(command);
  return commands.map((each) => ({ value: each.name(), about: each.summary() }));
}

function argumentAt({ command, operands }: Line): Argument | undefined {
  const { registeredArguments: all } = command;
  const last = all.at(-1);
  return all[operands.length] ?? (last?.variadic === true ? last : undefined);
}

/** What an option or argument takes: one of its choices, names of the pack, or what its placeholder says. */
function wantedBy(
  taker: Option | Argument | undefined,
  at: Pick<Wanted, 'typed' | 'before'>,
  line: Line,
): Wanted {
  if (taker === undefined) return { ...at, kind: 'nothing' };
  const { argChoices } = taker;
  if (argChoices !== undefined)
    return { ...at, kind: 'words', words: argChoices.map((value) => ({ value, about: '' })) };
  const of = 'long' in taker ? NAMES_BY_OPTION[taker.long ?? ''] : undefined;
  if (of !== undefined) return { ...at, kind: 'names', of, rules: rulesOf(line) };
  const paths = PATHS[placeholderOf(taker)];
  return paths === undefined ? { ...at, kind: 'nothing' } : { ...at, kind: 'paths', paths };
}

/** The folder of the pack in use: some commands take it by an option, some before all else. */
function rulesOf({ command, operands, rules }: Line): string | undefined {
  return rules ?? (command.registeredArguments[0]?.name() === 'folder' ? operands[0] : undefined);
}

/** The word that the help shows in place of a value. */
function placeholderOf(taker: Option | Argument): string {
  return 'long' in taker ? (/[<[]([^>\].]+)/u.exec(taker.flags)?.[1] ?? '') : taker.name();
}

/** Which paths a placeholder stands for. */
const PATHS: Readonly<Record<string, 'files' | 'folders'>> = {
  file: 'files',
  request: 'files',
  paths: 'files',
  folder: 'folders',
  before: 'folders',
  after: 'folders',
};
