import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import type { Pack } from '../pack/pack.ts';
import type { Settled } from '../pack/settlement.ts';
import type { Drawing } from '../export/drawing/drawing.ts';
import { diskPath } from './disk-path.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { AskedFor } from './export-asked.ts';
import { findPack } from './find-packs.ts';
import { asJson } from './format-option.ts';
import { showingProgress } from './progress/showing-progress.ts';
import { refuse } from './refuse.ts';
import { replaceFile } from './replace-file.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

const PICTURES = ['dot', 'mermaid'] as const;
const TARGETS = [...PICTURES, 'json', 'json-rules-engine', 'module'] as const;

interface ExportOptions extends AskedFor {
  readonly to: (typeof TARGETS)[number];
  readonly reading?: readonly string[];
  readonly assumptions: 'as-stated' | 'open';
  readonly output?: string;
}

/** Adds `export`: writes a pack's compiled form for people to look at and for other programs to run. */
export function addExportCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('export')
    .summary('draw a pack, or write it for other programs')
    .description(DESCRIPTION)
    .argument('[folder]', 'a pack, or a folder that holds one (default: rules, or else the packs supplied)')
    .addOption(new Option('--to <form>', 'what to write').choices(TARGETS).makeOptionMandatory())
    .option('--actor <id>', 'pictures: party that acts', append)
    .option('--act <id>', 'pictures: what is to be done', append)
    .option('--provider <id>', 'pictures: candidate to examine', append)
    .option('--date <day>', 'pictures: draw what is left on the day, as 2025-03-31')
    .option('--set <fact=value>', 'pictures: draw what a known fact leaves; may be repeated', append)
    .option('--no-deal', 'pictures: no deal on record, no designee, and the provider serves directly')
    .option('--reading <id=option>', 'take a reading of an open question; may be repeated', append)
    .addOption(new Option('--assumptions <how>', ASSUMPTIONS_HELP).choices(HOW).default('as-stated'))
    .option('-o, --output <file>', 'write to a file, whole or not at all (default: standard output)')
    .action(async (folder: string | undefined, options: ExportOptions) => {
      finish(await exportPack(folder, options, surroundings));
    });
}

const HOW = ['as-stated', 'open'] as const;
const ASSUMPTIONS_HELP = 'take what the pack assumes, or treat it as unknown';

const DESCRIPTION = `Writes the decision diagram of a pack, or the rules of its criteria, in another form.

Examples:
  compute-rights export --to mermaid --act distribute --provider rival
  compute-rights export --to dot --provider rival --date 2025-03-31 --no-deal
  compute-rights export rules/example --to json -o example.json
  compute-rights export --to json-rules-engine --assumptions open

Pictures, dot for Graphviz and mermaid, show one actor, act and provider. The other forms hold the whole pack: \
json is the diagram as data to walk, json-rules-engine the criteria as rules of that engine, module a program.

Exits with 0 once it is written, 2 if it could not be.`;

async function exportPack(
  asked: string | undefined,
  options: ExportOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const isPicture = (PICTURES as readonly string[]).includes(options.to);
  if (!isPicture) checkUnused(options);
  const folder = findPack(asked, surroundings, 'name its folder');
  const { loadPack } = await import('../pack/load-pack.ts');
  const pack = await loadPack(diskPath(folder, surroundings.cwd));
  if (!pack.ok) return refuse(pack.diagnostics, surroundings);
  const text = await showingProgress(surroundings, 'compiling', () =>
    textFor(pack.value, options, surroundings),
  );
  if (!text.ok) return refuse(text.diagnostics, surroundings);
  return deliver(text.value, options.output, surroundings);
}

/** What chooses a part of a picture has no use where everything is written. */
function checkUnused({ to, actor, act, provider, date, set, deal }: ExportOptions): void {
  const given = {
    '--actor': actor,
    '--act': act,
    '--provider': provider,
    '--date': date,
    '--set': set,
    '--no-deal': deal ? undefined : true,
  };
  const [unused] = Object.entries(given).flatMap(([option, value]) => (value === undefined ? [] : [option]));
  if (unused !== undefined)
    throw new UsageError(`${unused} has no use with --to ${to}: it writes the whole pack`);
}

async function textFor(
  pack: Pack,
  options: ExportOptions,
  surroundings: Surroundings,
): Promise<Checked<string>> {
  const { settledBy } = await import('./export-asked.ts');
  const settled = settledBy(pack, options.reading, options.assumptions);
  if (!settled.ok) return settled;
  const { BudgetSpent } = await import('../diagram/algebra/diagrams.ts');
  try {
    return await WRITERS[options.to](pack, settled.value, options, surroundings);
  } catch (error) {
    if (error instanceof BudgetSpent)
      throw new UsageError(`the pack is too large for one diagram: ${error.message}`);
    throw error;
  }
}

type Writer = (
  pack: Pack,
  settled: Settled,
  options: ExportOptions,
  surroundings: Surroundings,
) => Promise<Checked<string>>;

const WRITERS: Readonly<Record<ExportOptions['to'], Writer>> = {
  dot: async (...given) => drawn(given, (await import('../export/drawing/render-dot.ts')).renderDot),
  mermaid: async (...given) =>
    drawn(given, (await import('../export/drawing/render-mermaid.ts')).renderMermaid),
  json: async (pack, settled) => {
    const { writeDiagram } = await import('../export/walkable/write-diagram.ts');
    return done(asJson(writeDiagram(pack, settled)));
  },
  'json-rules-engine': async (pack, settled) => {
    const { writeRules } = await import('../export/rules/write-rules.ts');
    return done(asJson(writeRules(pack, settled)));
  },
  module: async (pack, settled) => {
    const { writeModule } = await import('../export/module/write-module.ts');
    return done(writeModule(pack, settled));
  },
};

async function drawn(
  [pack, settled, options, { stderr }]: Parameters<Writer>,
  render: (drawing: Drawing) => string,
): Promise<Checked<string>> {
  const { askedOf } = await import('./export-asked.ts');
  const asked = askedOf(pack, options);
  if (!asked.ok) return asked;
  const { drawDiagram } = await import('../export/drawing/draw-diagram.ts');
  const drawing = drawDiagram(pack, settled, asked.value);
  const { length } = drawing.nodes;
  if (length > READABLE_NODES) {
    stderr.write(`note: ${String(length)} nodes are hard to read; --date, --set and --no-deal leave fewer\n`);
  }
  return done(render(drawing));
}

/** Beyond so many nodes a picture is hard to read. */
const READABLE_NODES = 60;

function done(value: string): Checked<string> {
  return { ok: true, value, warnings: [] };
}

async function deliver(
  text: string,
  output: string | undefined,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (output === undefined || output === '-') {
    surroundings.stdout.write(text);
    return EXIT.nothingAgainst;
  }
  if (await replaceFile(resolve(surroundings.cwd, output), text)) {
    surroundings.stderr.write(`wrote ${inBackticks(output)}\n`);
    return EXIT.nothingAgainst;
  }
  const mistake = diagnosticOf('file/unwritable', 'the file cannot be written', { path: output });
  return refuse([mistake], surroundings);
}

/** Collects the values of an option that may be repeated. */
function append(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
