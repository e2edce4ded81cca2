import path from 'node:path';
import { evaluate, loadPack, type ActAnswer, type EvaluateOptions } from '../../src/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DEFAULTS = { actor: 'buyer', date: '2025-01-01', providers: ['rival'] };

/** Decides a request by a pack of the repository and gives its only answer on its only act. */
export async function actAnswer(
  pack: string,
  request: object,
  options: EvaluateOptions = {},
): Promise<ActAnswer> {
  const loaded = await loadPack(path.join(ROOT, pack));
  if (!loaded.ok) throw new Error(`${pack} does not load`);
  const asked = await evaluate(loaded.value, { ...DEFAULTS, ...request }, options);
  if (!asked.ok) throw new Error(asked.diagnostics.map(({ message }) => message).join('; '));
  const [act, ...others] = asked.decision.answers.flatMap((answer) => answer.acts);
  if (act === undefined || others.length > 0) throw new Error('the request has not exactly one answer');
  return act;
}
