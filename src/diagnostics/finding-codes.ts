/** How much a finding weighs: only an error counts against a pack unless more is asked for. */
export type FindingSeverity = 'error' | 'warning' | 'information';

/**
 * Everything that the analysis of a pack without mistakes may find: how much it weighs, what it means, and what to do
 * about it. `docs/checking.md` shows the same table.
 */
export const FINDINGS = {
  'lint/broken-promise': [
    'error',
    'a promise of the pack is broken by some request',
    'mend the clause that answers so, or the promise',
  ],
  'lint/unproved-promise': [
    'warning',
    'a promise is broken on the diagram, but no request that shows it could be written down',
    'narrow the promise, or test what it says with a scenario',
  ],
  'lint/conflict': [
    'warning',
    'two promises cannot both be kept in some request',
    'say which prevails with `notwithstanding` or `subject-to`, or draw their scopes apart',
  ],
  'lint/never-decides': [
    'warning',
    'there is no request whose outcome or governing clauses depend on the clause',
    'mend its scope or its precedence, or take it out',
  ],
  'lint/idle-carve-out': [
    'warning',
    'a carve-out takes nothing out of its clause',
    'mend its scope, or take it out',
  ],
  'lint/total-carve-out': [
    'warning',
    'a carve-out leaves nothing of its clause',
    'narrow the carve-out, or take the clause out',
  ],
  'lint/idle-reading': ['warning', 'no answer turns on the reading', 'test it in a scope, or take it out'],
  'lint/unread-fact': ['warning', 'no clause reads the fact', 'test it in a scope, or take it out'],
  'lint/unused-term': ['warning', 'no scope uses the defined term', 'use it, or take it out'],
  'lint/unused-group': ['warning', 'nothing is tested against the group', 'use it, or take it out'],
  'lint/unused-document': ['warning', 'no source cites the document', 'cite it, or take it out'],
  'lint/unused-grade': ['warning', 'no source has the grade', 'use it, or take it out'],
  'lint/unused-party': [
    'warning',
    'no instrument, clause or group names the party, and it is no provider',
    'take it out, or write `provider: true` if requests are to examine it',
  ],
  'lint/weak-source': [
    'warning',
    'the best source of a clause or of a part has a grade below the floor that was asked for',
    'find better evidence, or lower the floor',
  ],
  'lint/missing-source': [
    'information',
    'a carve-out or ceasing has no source of its own',
    'give it the source that it rests on, if that is not the source of its clause',
  ],
  'lint/gap': [
    'information',
    'an act is free from the day on which a clause ended that stood in its way, and nothing says so',
    'write the permission, if there is one',
  ],
  'lint/overlapping-bands': [
    'information',
    'two instruments have uncertain starts in the same days, so that their order is open',
    'narrow one of the bands if something is known about the order',
  ],
  'lint/idle-suppression': [
    'warning',
    'an entry of `suppress` matches no finding',
    'take it out, or name the finding by its code and by what it is about',
  ],
  'lint/gave-up': [
    'warning',
    'an analysis needed more than it may take, so nothing is known of what it looks for',
    'give it more with `--nodes`, or split the pack',
  ],
} as const satisfies Readonly<
  Record<`lint/${string}`, readonly [severity: FindingSeverity, means: string, mend: string]>
>;

/** The code of a finding. */
export type FindingCode = keyof typeof FINDINGS;

/** Every code, in the order of the catalogue. */
export const FINDING_CODES = Object.keys(FINDINGS) as readonly FindingCode[];
