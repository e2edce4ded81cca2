import type { Pack } from '../pack/pack.ts';
import type { Finding, MakeFinding } from './finding.ts';

/** Findings, told apart by whether the pack lets them stand. */
export interface Settled {
  readonly findings: readonly Finding[];
  /** Those that the pack lets stand, each with its reason. */
  readonly suppressed: readonly (Finding & { readonly because: string })[];
}

/**
 * Takes out the findings that a pack lets stand. An entry that matches none is a finding itself, unless an analysis gave up
 * or was not asked for: then it is not known whether it would match.
 */
export function settled(
  { suppressions }: Pack,
  found: readonly Finding[],
  gaveUp: readonly Finding[],
  { make, hasFloor }: { readonly make: MakeFinding; readonly hasFloor: boolean },
): Settled {
  const entryFor = ({ code, of }: Finding) =>
    suppressions.find((each) => each.code === code && each.of === of);
  const suppressed = found.flatMap((finding) => {
    const entry = entryFor(finding);
    return entry === undefined ? [] : [{ ...finding, because: entry.because }];
  });
  const idle = suppressions.flatMap((entry, number) => {
    const { code, of } = entry;
    const isUnknown = gaveUp.length > 0 || (code === 'lint/weak-source' && !hasFloor);
    if (isUnknown || found.some((finding) => entryFor(finding) === entry)) return [];
    const message = `there is no \`${code}\` of \`${of}\``;
    return [make('lint/idle-suppression', message, { of, at: { is: 'suppression', number } })];
  });
  const left = found.filter((finding) => entryFor(finding) === undefined);
  return { findings: [...left, ...idle, ...gaveUp], suppressed };
}
