import type { Command } from 'commander';
import { RULES_HELP } from './asked-request.ts';
import type { ExitCode } from './exit-code.ts';
import { formatOption, type Format } from './format-option.ts';
import type { AddOptions } from './ledger-add.ts';
import type { ShowOptions, VerifyOptions } from './ledger-show.ts';
import type { Surroundings } from './surroundings.ts';

/** Adds `ledger` with `add`, `show` and `verify`: an append-only record of what happened in opportunities. */
export function addLedgerCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  const ledger = program
    .command('ledger')
    .summary('keep a record of what happened in deals')
    .description(DESCRIPTION)
    .helpCommand(false);
  addAdd(ledger, surroundings, finish);
  ledger
    .command('show')
    .summary('list what is recorded')
    .description(SHOW_DESCRIPTION)
    .argument('<file>', 'a ledger')
    .option('--opportunity <id>', 'only the entries of one opportunity')
    .option('--known-on <day>', 'only what was recorded by then')
    .addOption(formatOption())
    .action(async (file: string, options: ShowOptions & { format: Format }) => {
      const { showLedger } = await import('./ledger-show.ts');
      finish(await showLedger(file, options, surroundings));
    });
  ledger
    .command('verify')
    .summary('say what is wrong with a ledger, and on which line')
    .description(VERIFY_DESCRIPTION)
    .argument('<file>', 'a ledger')
    .option('--head <hash>', 'a hash that was noted before: the ledger has to go on from there')
    .option('--documents <folder>', 'compare attached documents with those of a folder')
    .addOption(formatOption())
    .action(async (file: string, options: VerifyOptions & { format: Format }) => {
      const { verifyLedger } = await import('./ledger-show.ts');
      finish(await verifyLedger(file, options, surroundings));
    });
}

function addAdd(ledger: Command, surroundings: Surroundings, finish: (code: ExitCode) => void): void {
  ledger
    .command('add')
    .summary('record one thing, on the disk before the command ends')
    .description(ADD_DESCRIPTION)
    .argument('<file>', 'the ledger; begun where there is none')
    .requiredOption('--by <who>', 'who records it')
    .option('--opportunity <id>', 'the deal, unless it is about what measures count')
    .option('--recorded <day>', 'day on which it is recorded (default: today)')
    .option('--open <counterparty>', 'open the opportunity')
    .option(
      '--event <kind>',
      'such as notice, interest, decline, exercise, waiver or signature; - reads one, with all of it',
    )
    .option('--happened <day>', 'day of the event')
    .option(
      '--party <id>',
      'the holder that received the notice or information, or who answered, consented, refused or waived',
    )
    .option('--contains <part>', 'a part of the notice; may be repeated', append)
    .option('--complete-to <day>', 'say that nothing else happened up to a day')
    .option(
      '--happening <map>',
      'what measures count, as { purchase: 2025-03-01, megawatts: 20 }; - reads it',
    )
    .option(
      '--happenings-complete-to <day>',
      'say that up to a day nothing else happened that measures count',
    )
    .option('--supersede <entry>', 'stand in the place of an earlier entry')
    .option('--withdraw <why>', 'say that the entry superseded should not have been made')
    .option('--attach <file>', 'record the hash of a document; may be repeated', append)
    .option('--drop-torn-line', 'cut off a last line that was not written to its end')
    .option('--rules <folder>', RULES_HELP)
    .action(async (file: string, options: AddOptions) => {
      const { addToLedger } = await import('./ledger-add.ts');
      finish(await addToLedger(file, options, surroundings));
    });
}

const DESCRIPTION = `Keeps what happened in opportunities: one line an entry, each sealed and chained to the one before.

Examples:
  compute-rights ledger add deals.jsonl --by Ann --opportunity site --open rival
  compute-rights ledger show deals.jsonl
  compute-rights ledger verify deals.jsonl

add and show exit with 0, or 2 if it could not be done. verify exits with 0 if nothing is wrong, 1 if something is, \
2 if the file cannot be read.`;

const ADD_DESCRIPTION = `Records one thing: on the disk before the command ends, or not at all.

Examples:
  compute-rights ledger add deals.jsonl --by Ann --opportunity site --open rival
  compute-rights ledger add deals.jsonl --by Ann --opportunity site \\
    --event notice --happened 2025-03-01 --party incumbent --contains price
  compute-rights ledger add deals.jsonl --by Ann \\
    --happening '{ purchase: 2025-03-01, megawatts: 20 }'

Exits with 0 once it is recorded, 2 if it could not be.`;

const SHOW_DESCRIPTION = `Lists what is recorded.

Examples:
  compute-rights ledger show deals.jsonl
  compute-rights ledger show deals.jsonl --known-on 2025-03-15

Exits with 0, or 2 if there is anything wrong with the ledger.`;

const VERIFY_DESCRIPTION = `Says what is wrong with a ledger, and on which line.

Examples:
  compute-rights ledger verify deals.jsonl
  compute-rights ledger verify deals.jsonl --documents papers

Exits with 0 if nothing is wrong, 1 if something is, 2 if the file cannot be read.`;

/** Collects the values of an option that may be repeated. */
function append(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
