import type { Command } from 'commander';
import { RULES_HELP } from '../asked-request.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import type { AskOptions } from './ask.ts';

/** Adds `ask`: an interview that ends in a request. */
export function addAskCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('ask')
    .summary('be asked what an answer still depends on')
    .description(DESCRIPTION)
    .argument('[request]', 'a YAML or JSON file with what is known already')
    .option('--rules <folder>', RULES_HELP)
    .option('-o, --output <file>', 'write the request to a file (default: standard output)')
    .action(async (request: string | undefined, options: AskOptions) => {
      const { terminal } = surroundings;
      if (terminal === undefined) throw new UsageError(NO_TERMINAL);
      if (request === '-') throw new UsageError('standard input is where the answers come from; name a file');
      const { ask } = await import('./ask.ts');
      finish(await ask(request, options, { ...surroundings, terminal }));
    });
}

const NO_TERMINAL =
  'ask needs a terminal, for it asks questions; elsewhere give what is known to evaluate, which says on what its answer turns';

const DESCRIPTION = `Asks what the answer still depends on, the most telling question first, and nothing else. Shows after each reply \
what is left, and at the end writes a request that evaluate answers alike.

Examples:
  compute-rights ask
  compute-rights ask request.yaml --output request-2.yaml
  compute-rights ask --rules rules/example > request.yaml

Every question can be left open, and the last one be taken back. Esc or Ctrl-C ends it, and nothing is written.

Exits as evaluate does for the request that comes of it; 2 without a terminal, 130 if it was ended.`;
