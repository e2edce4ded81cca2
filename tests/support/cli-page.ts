import type { Argument, Command, Option } from 'commander';

/** Writes the page about the command line from the commands themselves. */
export function cliPage(program: Command): string {
  const sections = commandsOf(program).map((command) => section(command));
  return `${[HEAD, ...sections].join('\n\n')}\n`;
}

const HEAD = `# The command line

This page is written from the commands themselves by \`npm run docs:cli\`; \`--help\` after any command shows the same. Results go to standard output,
all else to standard error. Mistyped commands, options, files and words of a pack are answered with what may have been meant. What takes longer than a
second says on a terminal what it is at, and where that can be counted how far it has come.`;

/** A command, and all below it, in the order of the help. */
function commandsOf(command: Command): readonly Command[] {
  const below = command.createHelp().visibleCommands(command);
  return [command, ...below.flatMap(commandsOf)];
}

function section(command: Command): string {
  const help = command.createHelp();
  const parts = [
    `## ${help.commandUsage(command).split(/ [[<]/)[0] ?? ''}`,
    `\`${help.commandUsage(command)}\``,
    ...command.description().split('\n\n').map(paragraph),
    table(
      'command',
      help.visibleCommands(command).map((each) => [each.name(), each.summary()]),
    ),
    table(
      'argument',
      help.visibleArguments(command).map((each) => [termOf(each), meaningOf(each)]),
    ),
    table(
      'option',
      help.visibleOptions(command).map((each) => [each.flags, meaningOf(each)]),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Text as it is, and what stands below a heading line as it would be typed. */
function paragraph(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  if (rest.length === 0 || !rest.every((line) => line.startsWith('  '))) return text;
  return `${first}\n\n\`\`\`${first === 'Examples:' ? 'sh' : 'text'}\n${rest.map((line) => line.slice(2)).join('\n')}\n\`\`\``;
}

function table(head: string, rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map(([term, meaning]) => `| \`${inCell(term)}\` | ${inCell(meaning)} |`);
  return [`| ${head} | |`, '|---|---|', ...lines].join('\n');
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function termOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function meaningOf({ description, argChoices, defaultValue }: Option | Argument): string {
  const choices =
    argChoices === undefined ? [] : [`one of ${argChoices.map((each) => `\`${each}\``).join(', ')}`];
  const fallback = typeof defaultValue === 'string' ? [`if left out, \`${defaultValue}\``] : [];
  return [description, ...choices, ...fallback].join('; ');
}
