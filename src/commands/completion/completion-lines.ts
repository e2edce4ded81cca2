import type { Command } from 'commander';
import type { Surroundings } from '../surroundings.ts';
import type { Candidate } from './candidate.ts';
import { candidatesOf } from './candidates.ts';
import { namesInPacks } from './names-in-packs.ts';
import { wantedAt } from './wanted-at.ts';

/**
 * Gives what may stand in place of the last word, one candidate a line with a tab before what it means, and at the end
 * `:files` or `:folders` where paths may stand there too. A shell asks while somebody types: whatever is wrong, with the
 * pack or with the words, there is then only less to propose.
 */
export async function completionLines(
  program: Command,
  words: readonly string[],
  surroundings: Surroundings,
): Promise<string> {
  const wanted = wantedAt(program, words);
  const names = wanted.kind === 'names' ? await namesInPacks(wanted.rules, surroundings) : undefined;
  const fitting = candidatesOf(wanted, names)
    .filter(({ value }) => value.startsWith(wanted.typed) && HARMLESS.test(value))
    .map(({ value, about }) => lineOf({ value: `${wanted.before}${value}`, about }));
  const paths = wanted.kind === 'paths' ? [`:${wanted.paths}`] : [];
  return [...new Set([...fitting, ...paths])].map((line) => `${line}\n`).join('');
}

/** A word that no shell reads as anything but itself. */
const HARMLESS = /^[\p{L}\p{N}._=-]+$/u;

const LONGEST_ABOUT = 60;

function lineOf({ value, about }: Candidate): string {
  const words = about.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  if (words === '') return value;
  return `${value}\t${words.length > LONGEST_ABOUT ? `${words.slice(0, LONGEST_ABOUT - 1)}…` : words}`;
}
