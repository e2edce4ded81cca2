import { checkStage } from '../forms/check-stage.ts';
import { complete } from '../forms/complete.ts';
import { readWord } from '../forms/read-text.ts';
import type { Exit } from '../procedure.ts';
import { child, type Spot } from '../written/written.ts';
import { EXIT_SHAPE } from './procedure-shapes.ts';
import type { ResolveContext } from './resolve-context.ts';
import { lengthForm, type StatedPart } from './stated-part.ts';

const EXIT_KEYS: Readonly<Record<Exit, string>> = {
  declined: 'declined',
  silent: 'silent',
  noAgreement: 'no-agreement',
};

/** Resolves how long each exit frees the grantor, and towards whom. What is not written for one exit is as for all. */
export function resolveReleases(procedure: Spot, stated: StatedPart, context: ResolveContext) {
  const { report } = context;
  const release = child(procedure, 'release');
  const lengths = lengthForm(context);
  const forAll = stated(['release', 'for'], lengths);
  const forExit = (exit: Exit) => {
    const key = EXIT_KEYS[exit];
    const own = child(release, key);
    if (own.value === undefined) return forAll;
    const hint = 'write a length, `none` or `unknown` under `for`: `{ for: 90 calendar-days }`';
    if (checkStage(own, EXIT_SHAPE, 'a map', report, hint) === undefined) return undefined;
    return stated(['release', key, 'for'], lengths);
  };
  const to = child(release, 'to');
  return {
    releaseFor: complete({
      declined: forExit('declined'),
      silent: forExit('silent'),
      noAgreement: forExit('noAgreement'),
    }),
    releaseTo:
      to.value === undefined ? 'counterparty' : readWord(to, ['counterparty', 'anyone'] as const, report),
  } as const;
}
