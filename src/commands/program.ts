import { Command, CommanderError } from 'commander';
import { addAskCommand } from './ask/ask-command.ts';
import { addCheckCommand } from './check-command.ts';
import { addCompareCommand } from './compare-command.ts';
import { addCompletionCommand } from './completion/completion-command.ts';
import { addEvaluateCommand } from './evaluate-command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { addExportCommand } from './export-command.ts';
import { addInitCommand } from './init/init-command.ts';
import { addLedgerCommand } from './ledger-command.ts';
import type { Surroundings } from './surroundings.ts';
import { ownVersion } from './own-version.ts';
import { addTestCommand } from './test-command.ts';
import { addTimelineCommand } from './timeline-command.ts';
import { textLayout } from './text-layout.ts';
import { UsageError } from './usage-error.ts';

/** Runs one command line and gives its exit code. Throws only where the engine itself is at fault. */
export async function runCommand(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  let code: ExitCode = EXIT.couldNotDo;
  const program = programOf(surroundings, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.nothingAgainst : EXIT.couldNotDo;
    }
    if (!(error instanceof UsageError)) throw error;
    surroundings.stderr.write(`error: ${error.message}\n${SEE_HELP}\n`);
    return EXIT.couldNotDo;
  }
}

/** The whole program: every command with its options, each of which says how it ended. */
export function programOf(surroundings: Surroundings, finish: (code: ExitCode) => void): Command {
  const program = programFor(surroundings);
  for (const add of [
    addInitCommand,
    addEvaluateCommand,
    addAskCommand,
    addTimelineCommand,
    addCheckCommand,
    addTestCommand,
    addCompareCommand,
    addExportCommand,
    addLedgerCommand,
    addCompletionCommand,
  ]) {
    add(program, surroundings, finish);
  }
  return program;
}

/** A program whose output goes to the given streams; commands added to it inherit that. */
function programFor(surroundings: Surroundings): Command {
  const { stdout, stderr } = surroundings;
  return new Command('compute-rights')
    .description(DESCRIPTION)
    .version(ownVersion(), '--version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => textLayout(surroundings).width,
    })
    .showHelpAfterError(SEE_HELP)
    .helpCommand(false)
    .exitOverride();
}

const SEE_HELP = '(--help shows examples and options)';

const DESCRIPTION = `Given the contracts in force: which provider may serve a compute request, and why?

Examples:
  compute-rights evaluate request.yaml
  compute-rights evaluate request.yaml --provider rival --set megawatts=200
  compute-rights check rules/example
  compute-rights test

Exit codes:
  0   nothing against it
  1   something to report: a named provider is not permitted, tests failed, rules changed
  2   could not do the job: usage, unreadable or wrong input
  3   undetermined for a named provider, and nothing worse
  70  a bug in the engine`;
