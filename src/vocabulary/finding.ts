/** The result of testing one criterion: three-valued, so that a missing fact is never taken for a no. */
export type Finding = 'met' | 'not-met' | 'unknown';

/** Kleene's negation: unknown stays unknown. */
export function negate(finding: Finding): Finding {
  if (finding === 'unknown') return 'unknown';
  return finding === 'met' ? 'not-met' : 'met';
}

/** Kleene's conjunction; `met` for none. */
export function allOf(findings: readonly Finding[]): Finding {
  if (findings.includes('not-met')) return 'not-met';
  return findings.includes('unknown') ? 'unknown' : 'met';
}

/** Kleene's disjunction; `not-met` for none. */
export function anyOf(findings: readonly Finding[]): Finding {
  if (findings.includes('met')) return 'met';
  return findings.includes('unknown') ? 'unknown' : 'not-met';
}
