import { factVariablesOf, type Domain } from '../../diagram/variables/fact-variables.ts';
import type { StartVariable } from '../../diagram/variables/start-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { factOf } from '../../pack/lookup.ts';
import type { Pack } from '../../pack/pack.ts';
import { isNoneUnlessSaid } from '../../diagram/variables/none-unless-said.ts';
import { questionWords } from '../words/question-words.ts';
import { tailWords } from '../words/tail-words.ts';
import { startStretches } from './start-stretches.ts';
import { walkableClasses } from './walkable-classes.ts';
import type { WalkableVariable } from './walkable-diagram.ts';

/** Writes a variable with all that is needed to find its class. */
export function walkableVariable(variable: Variable, pack: Pack): WalkableVariable {
  const { key, about, reportedAs } = variable;
  return {
    key,
    kind: about.is,
    id: about.id,
    unknown: reportedAs,
    question: questionWords(variable, pack),
    classes: walkableClasses(variable, pack),
    ...(isNoneUnlessSaid(variable) && { unlessSaid: 0 }),
    ...(about.is === 'fact' && ofFact(about.id, pack)),
    ...(about.is === 'start' && ofStart(variable as StartVariable)),
  };
}

function ofFact(id: string, pack: Pack): Partial<WalkableVariable> {
  const { type } = factOf(pack, id);
  const domain = factVariablesOf(pack).get(id)?.domain;
  const unit = type.is === 'number' ? type.unit : undefined;
  return { ...(unit !== undefined && { unit }), ...(domain !== undefined && ofDomain(domain)) };
}

function ofDomain(domain: Domain): Partial<WalkableVariable> {
  if (domain.is === 'listed') return domain.within.size === 0 ? {} : { within: innerValues(domain.within) };
  if (domain.is === 'event') return { tails: domain.tails.map(tailWords) };
  return domain.group.length > 1 ? { comparedWith: domain.group } : {};
}

type Within = Extract<Domain, { is: 'listed' }>['within'];

function innerValues(within: Within): NonNullable<WalkableVariable['within']> {
  return [...within].map(([value, left]) => ({
    value: String(value),
    classes: left.flatMap((isLeft, klass) => (isLeft ? [klass] : [])),
  }));
}

function ofStart(variable: StartVariable): Partial<WalkableVariable> {
  return { tails: variable.tails.map(tailWords), onDay: startStretches(variable) };
}
