import { ok } from 'node:assert/strict';
import { compile, type Pack } from '../../../src/index.ts';
import { supportOf } from '../../../src/diagram/algebra/read-diagrams.ts';
import { compileDiagrams } from '../../../src/diagram/compile/compile-pack.ts';
import { settlementFor } from '../../../src/pack/settlement.ts';
import { isoFromDay } from '../../../src/vocabulary/day.ts';
import { mergedLines } from './merged-lines.ts';
import type { Cell, DecisionTable } from './table-line.ts';
import { ASKED, type ShippedPack } from './shipped-pack.ts';

/** Writes the table from the pack: asks about every combination of values on every day, and puts equal answers together. */
export function decisionTable({ pack, readings }: ShippedPack): DecisionTable {
  const { facts, turns } = turnedOn({ pack, readings });
  const fields = ['provider', ...facts];
  const values = Object.fromEntries([
    ['provider', pack.parties.map(({ id }) => id).filter((id) => id !== ASKED.actor)] as const,
    ...facts.map((fact) => [fact, valuesOf(pack, fact)] as const),
  ]);
  const cells = fields.reduce<readonly Cell[]>(
    (chosen, field) => chosen.flatMap((cell) => (values[field] ?? []).map((value) => [...cell, value])),
    [[]],
  );
  const { decide } = compile(pack, { readings });
  const questions = cells.map(([provider = '', ...chosen]) => ({
    provider,
    facts: Object.fromEntries(facts.map((fact, at) => [fact, chosen[at]])),
  }));
  const outcomesOn = (day: number): readonly string[] => {
    const date = isoFromDay(day);
    return questions.map((question) => {
      const decided = decide({ ...ASKED, ...question, date });
      return 'invalid' in decided ? 'invalid' : decided.outcome;
    });
  };
  const stretches = stretchesOf(turns, outcomesOn);
  const lines = stretches.flatMap(({ from, until, outcomes }) =>
    mergedLines(fields, values, cells, outcomes).map((line) => ({
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      ...line,
    })),
  );
  return { fields, values, lines };
}

/** The facts on which the act turns, and the days on which anything does. */
function turnedOn({ pack, readings }: ShippedPack): {
  readonly facts: readonly string[];
  readonly turns: readonly number[];
} {
  const { diagrams, variables, outcomes, date } = compileDiagrams(pack, settlementFor(pack, { readings }));
  const roots = [...(outcomes.get(ASKED.actor)?.get(ASKED.act)?.values() ?? [])];
  const levels = new Set(roots.flatMap((root) => supportOf(diagrams, root)));
  const read = [...levels].flatMap((level) => variables[level]?.about ?? []);
  const facts = new Set(read.flatMap(({ is, id }) => (is === 'fact' ? [id] : [])));
  return { facts: [...facts].toSorted(), turns: date.turns };
}

function valuesOf({ facts }: Pack, id: string): readonly string[] {
  const type = facts.find((fact) => fact.id === id)?.type;
  ok(type?.is === 'enum' && !type.open, `\`${id}\` is no closed list`);
  return type.values.filter(({ within }) => within === undefined).map((value) => value.id);
}

interface Stretch {
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly outcomes: readonly string[];
}

/** Days on which all answers are the same, one after the other: they change only where something turns. */
function stretchesOf(
  turns: readonly number[],
  outcomesOn: (day: number) => readonly string[],
): readonly Stretch[] {
  const found: { from: number | undefined; until: number | undefined; outcomes: readonly string[] }[] = [];
  for (const day of [(turns[0] ?? 0) - 1, ...turns]) {
    const outcomes = outcomesOn(day);
    const before = found.at(-1);
    if (before?.outcomes.join() === outcomes.join()) continue;
    if (before !== undefined) before.until = day;
    found.push({ from: before === undefined ? undefined : day, until: undefined, outcomes });
  }
  return found;
}
