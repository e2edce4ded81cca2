import { inBackticks } from '../../diagnostics/plain-text.ts';
import { partsOf, type Criterion } from '../../vocabulary/criterion.ts';
import { inCodeOrder } from '../forms/in-code-order.ts';
import { readName } from '../forms/names.ts';
import type { Spot } from '../written/written.ts';
import type { DefinedTerms, ResolveContext } from './resolve-context.ts';
import { resolveScope } from './resolve-scope.ts';

/** Resolves every defined term once, in the order of their ids, whether a clause uses it or not. */
export function resolveTerms(context: Omit<ResolveContext, 'definedTerm'>): DefinedTerms {
  const { terms } = context.vocabulary;
  const done = new Map<string, Criterion | undefined>();
  const open: string[] = [];
  const definedTerm: DefinedTerms = (spot) => {
    const naming = {
      code: 'clause/undeclared-term',
      noun: 'a term',
      hint: 'declare it under `terms`',
    } as const;
    const id = readName(spot, terms, naming, context.report);
    if (id === undefined) return undefined;
    if (open.includes(id)) return reportCircle(id, open, spot, context);
    return open.length > DEEPEST_TERM ? reportSize(spot, context) : resolveTerm(id);
  };
  const resolveTerm = (id: string): Criterion | undefined => {
    const term = terms.declared.get(id);
    if (term === undefined || done.has(id)) return done.get(id);
    open.push(id);
    const of = resolveScope(term.when, id, { ...context, definedTerm });
    open.pop();
    const isTooLarge = of !== undefined && isLarge(of);
    done.set(id, of && (isTooLarge ? reportSize(term.when, context) : { is: 'defined', id, of }));
    return done.get(id);
  };
  for (const id of [...terms.declared.keys()].toSorted(inCodeOrder)) resolveTerm(id);
  return definedTerm;
}

const DEEPEST_TERM = 20;
const MOST_PARTS = 2000;

/** Terms are replaced by what they stand for, so that a few of them could grow without bounds. */
function isLarge(criterion: Criterion): boolean {
  const open = [{ criterion, depth: 1 }];
  for (let count = 0; open.length > 0; count++) {
    const { criterion: part, depth } = open.pop() ?? { criterion, depth: 1 };
    if (count > MOST_PARTS || depth > DEEPEST_TERM) return true;
    const below = part.is === 'defined' ? depth + 1 : depth;
    open.push(...partsOf(part).map((each) => ({ criterion: each, depth: below })));
  }
  return false;
}

function reportSize(spot: Spot, { report }: Pick<ResolveContext, 'report'>): undefined {
  return report('pack/term-too-large', spot, 'the term stands on too many others');
}

function reportCircle(
  id: string,
  open: readonly string[],
  spot: Spot,
  { report }: Pick<ResolveContext, 'report'>,
): undefined {
  const circle = [...open.slice(open.indexOf(id)), id].map(inBackticks).join(' by ');
  return report('pack/term-cycle', spot, `a term is defined by itself: ${circle}`);
}
