import type { Earliest, ProviderTimeline } from './timeline.ts';

/** Gives the first day on which a candidate may serve, and the first on which it perhaps may. */
export function earliestFor({ provider, name, pieces }: ProviderTimeline): Earliest {
  const permitted = pieces.find(({ outcome }) => outcome === 'permitted')?.from;
  const perhaps = pieces.find(({ possible }) => possible.includes('permitted'))?.from;
  return {
    provider: { id: provider, name },
    ...(permitted !== undefined && { permitted: String(permitted) }),
    ...(perhaps !== undefined && perhaps !== permitted && { perhaps: String(perhaps) }),
  };
}
