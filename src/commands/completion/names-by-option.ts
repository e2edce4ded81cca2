/** Which names of a pack may stand somewhere. */
export type NameKind =
  'parties' | 'providers' | 'acts' | 'facts' | 'grades' | 'settings' | 'readings' | 'selections';

/** What each option takes that takes names of the pack, whatever its command. */
export const NAMES_BY_OPTION: Readonly<Record<string, NameKind>> = {
  '--provider': 'providers',
  '--earliest': 'providers',
  '--actor': 'parties',
  '--party': 'parties',
  '--open': 'parties',
  '--act': 'acts',
  '--vary': 'facts',
  '--set': 'settings',
  '--reading': 'readings',
  '--only': 'selections',
  '--grade-floor': 'grades',
};
