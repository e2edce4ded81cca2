import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape } from '../forms/check-shape.ts';
import { complete, optional, required } from '../forms/complete.ts';
import { readName } from '../forms/names.ts';
import type { Precondition } from '../pack.ts';
import { child, entriesOf, type Spot } from '../written/written.ts';
import { STEP_SHAPE } from './clause-shape.ts';
import { factsOfType } from '../vocabulary/vocabulary.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveScope } from './resolve-scope.ts';

/** Resolves what has to happen first, and what shows that it has. */
export function resolvePrecondition(
  spot: Spot,
  clause: string,
  context: ResolveContext,
): Precondition | undefined {
  return complete({
    step: required(spot, 'step', (step) => resolveStep(step, context)),
    until: required(spot, 'until', (until) => resolveUntil(until, clause, context)),
    ...optional(spot, 'reasonable-if', 'reasonableIf', (named) => readAssessment(named, spot, context)),
  });
}

function resolveStep(spot: Spot, context: ResolveContext): Precondition['step'] | undefined {
  const shape = checkShape(spot, STEP_SHAPE, context.report);
  const by = required(spot, 'by', (party) => readParty(party, context));
  return shape === undefined || by === undefined ? undefined : { do: shape.do, by };
}

function resolveUntil(
  spot: Spot,
  clause: string,
  context: ResolveContext,
): Precondition['until'] | undefined {
  const consent = child(spot, 'consent-of');
  if (consent.value === undefined) {
    const criterion = resolveScope(spot, clause, context);
    return criterion && { is: 'criterion', criterion };
  }
  const [other] = entriesOf(spot).filter(([key]) => key !== 'consent-of');
  if (other !== undefined) {
    const message = `${inBackticks(other[0])} stands beside \`consent-of\`, which stands alone`;
    return context.report('shape/unknown-key', other[1], message, { part: 'key' });
  }
  const by = readParty(consent, context);
  return by === undefined ? undefined : { is: 'consent', by };
}

/** Reads the assessment that a refusal was reasonable, which only a consent has. */
function readAssessment(spot: Spot, clause: Spot, context: ResolveContext): string | undefined {
  const { facts } = context.vocabulary;
  const naming = { code: 'clause/undeclared-fact', noun: 'an assessment' } as const;
  const id = readName(spot, factsOfType(facts, 'assessment'), naming, context.report);
  if (child(child(clause, 'until'), 'consent-of').value !== undefined) return id;
  const message = '`reasonable-if` means nothing without `consent-of`';
  return context.report('clause/key-of-another-kind', spot, message, { part: 'key' });
}

function readParty(spot: Spot, context: ResolveContext): string | undefined {
  const naming = { code: 'clause/undeclared-party', noun: 'a party' } as const;
  return readName(spot, context.vocabulary.parties, naming, context.report);
}
