import { inBackticks } from '../../diagnostics/plain-text.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import type { ResolveContext } from '../clauses/resolve-context.ts';
import { readProviders } from '../clauses/resolve-roles.ts';
import { resolveScope } from '../clauses/resolve-scope.ts';
import { resolveSource } from '../clauses/resolve-source.ts';
import { checkShape, reportMissing, reportWrong } from '../forms/check-shape.ts';
import { complete, completeList, optional, required } from '../forms/complete.ts';
import { readId } from '../forms/ids.ts';
import { readName } from '../forms/names.ts';
import { readDay } from '../forms/read-day.ts';
import { readOneOrMore } from '../forms/read-list.ts';
import { readWord } from '../forms/read-text.ts';
import { relatedTo } from '../written/report.ts';
import { child, itemsOf, textIn, type Spot } from '../written/written.ts';
import { PROMISE_SHAPE } from './promise-shapes.ts';
import type { PackPromise } from './promise.ts';

/** Resolves what a pack promises of its answers. */
export function resolvePromises(list: Spot, context: ResolveContext): readonly PackPromise[] | undefined {
  if (list.value === undefined) return [];
  const items = itemsOf(list);
  if (items.length === 0) return reportWrong(list, 'a list', context.report);
  const promises = completeList(items.map((spot) => resolvePromise(spot, context)));
  checkUnique(items, context);
  return promises;
}

function resolvePromise(spot: Spot, context: ResolveContext): PackPromise | undefined {
  const { report, vocabulary } = context;
  const shape = checkShape(spot, PROMISE_SHAPE, report);
  const party = { code: 'pack/undeclared-party', noun: 'a party' } as const;
  const act = { code: 'clause/undeclared-act', noun: 'an act' } as const;
  const id = required(spot, 'id', (each) => readId(each, report));
  const when = child(spot, 'when');
  const resolved = complete({
    id,
    actor: required(spot, 'actor', (each) => readName(each, vocabulary.parties, party, report)),
    act: required(spot, 'act', (each) => readName(each, vocabulary.acts, act, report)),
    providers: readProviders(child(spot, 'providers'), context),
    when:
      when.value === undefined
        ? ({ is: 'all', of: [] } as const)
        : resolveScope(when, `promise.${id ?? ''}`, context),
    ...optional(spot, 'from', 'from', (each) => readDay(each, report)),
    ...optional(spot, 'until', 'until', (each) => readDay(each, report)),
    ...optional(spot, 'source', 'source', (each) => resolveSource(each, context)),
    kept: shape && readKept(spot, context),
  });
  if (shape === undefined || resolved === undefined) return undefined;
  const { means, ordinarily = false, assumptions = 'as-stated' } = shape;
  return { ...resolved, means, ordinarily, assumptions };
}

/** Reads which outcomes keep a promise: those that are `always` one of, or all that are `never`. */
function readKept(spot: Spot, { report }: ResolveContext): readonly SettledOutcome[] | undefined {
  const [never, always] = [child(spot, 'never'), child(spot, 'always')];
  const read = (each: Spot) => readWord(each, SETTLED_OUTCOMES, report);
  if (never.value !== undefined && always.value !== undefined) {
    return reportWrong(always, 'nothing beside `never`', report, 'write two promises');
  }
  if (always.value !== undefined) return readOneOrMore(always, read, report);
  if (never.value === undefined)
    return reportMissing(spot, 'never', report, 'write `never: …` or `always: …`');
  const broken = readOneOrMore(never, read, report);
  return broken && SETTLED_OUTCOMES.filter((outcome) => !broken.includes(outcome));
}

function checkUnique(items: readonly Spot[], { report }: ResolveContext): void {
  const first = new Map<string, Spot>();
  for (const item of items) {
    const at = child(item, 'id');
    const before = first.get(textIn(at));
    if (before === undefined) first.set(textIn(at), at);
    else if (textIn(at) !== '') {
      const related = [relatedTo(before, 'it stands here before')];
      report('shape/repeated', at, `there are two promises ${inBackticks(textIn(at))}`, { related });
    }
  }
}
