import type { QUESTION } from './question.ts';

type Question = typeof QUESTION;

/**
 * What a programmer would write instead of rules: the four clauses of 2025-01-21 as conditions. It gives outcomes only, for a
 * record without an opportunity: no unknown facts, no assumptions, no reasons.
 */
export function decideByHand(question: Question, providers: readonly string[]): ReadonlyMap<string, string> {
  return new Map(providers.map((provider) => [provider, worse(question, provider)]));
}

function worse(question: Question, provider: string): string {
  const outcomes = question.acts.map((act) =>
    act === 'distribute' ? distribution(question, provider) : procurement(question, provider),
  );
  return outcomes.includes('prohibited')
    ? 'prohibited'
    : outcomes.includes('first-refusal')
      ? 'first-refusal'
      : 'permitted';
}

function procurement({ facts }: Question, provider: string): string {
  if (provider === 'microsoft' || facts.capacity !== 'new') return 'permitted';
  const isOwn = facts.build === 'own' || facts.build === 'leased';
  const isResearch = ['training', 'research'].includes(facts.workload);
  return isOwn && isResearch ? 'permitted' : 'first-refusal';
}

function distribution({ facts }: Question, provider: string): string {
  const isReserved = facts.product === 'api' && facts.channel === 'provider-service';
  return isReserved && provider !== 'microsoft' ? 'prohibited' : 'permitted';
}
