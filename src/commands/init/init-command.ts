import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../surroundings.ts';

interface InitOptions {
  readonly name: string;
}

/** Adds `init`: writes a small pack that works, for a newcomer to change. */
export function addInitCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('init')
    .summary('write a small pack that works, to start from')
    .description(DESCRIPTION)
    .argument('[folder]', 'where to write it; made where there is none', '.')
    .option('--name <id>', 'what the pack is called, and its folder in rules', 'example')
    .action(async (folder: string, { name }: InitOptions) => {
      const { startPack } = await import('./start-pack.ts');
      const { describeStart } = await import('./describe-start.ts');
      const started = await startPack(folder, name, surroundings.cwd);
      surroundings.stdout.write(describeStart(started, folder, surroundings.cwd));
      finish(EXIT.nothingAgainst);
    });
}

const DESCRIPTION = `Writes a pack with one clause, a request and scenarios that hold, each with comments that explain it. \
Nothing that exists is overwritten.

Examples:
  compute-rights init
  compute-rights init contracts
  compute-rights init contracts --name cloud-supply

Exits with 0 once all of it is written, 2 if none of it could be.`;
