import { Argument, type Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../surroundings.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Adds `completion`, which prints a script for a shell, and the hidden command that such a script asks. */
export function addCompletionCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('completion')
    .summary('print a script that lets a shell complete command lines')
    .description(DESCRIPTION)
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .action(async (shell: (typeof SHELLS)[number]) => {
      const { SHELL_SCRIPTS } = await import('./shell-scripts.ts');
      surroundings.stdout.write(SHELL_SCRIPTS[shell]);
      finish(EXIT.nothingAgainst);
    });
  program
    .command(ASKED_BY_SCRIPTS, { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      const { completionLines } = await import('./completion-lines.ts');
      surroundings.stdout.write(await completionLines(program, words, surroundings));
      finish(EXIT.nothingAgainst);
    });
}

const ASKED_BY_SCRIPTS = '__complete';

const DESCRIPTION = `Prints a script that lets a shell complete commands, options, and the words of the pack in use: \
facts and their values, providers, parties, acts, readings, clauses.

Examples:
  source <(compute-rights completion bash)
  source <(compute-rights completion zsh)
  compute-rights completion fish | source

Put the line into ~/.bashrc, ~/.zshrc (below compinit) or ~/.config/fish/config.fish to have it in every shell.

Exits with 0, or 2 for a shell that it does not know.`;
