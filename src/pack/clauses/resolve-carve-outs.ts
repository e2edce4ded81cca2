import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { complete, completeList, required, optional } from '../forms/complete.ts';
import { readId } from '../forms/ids.ts';
import type { CarveOut } from '../pack.ts';
import { relatedTo } from '../written/report.ts';
import { child, itemsOf, type Spot } from '../written/written.ts';
import { CARVE_OUT_SHAPE } from './clause-shape.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveScope } from './resolve-scope.ts';
import { resolveSource } from './resolve-source.ts';

/** What resolving the named parts of one clause needs to know. */
export interface PartContext extends ResolveContext {
  readonly clause: string;
  /** Where each id stood first. */
  readonly first: Map<string, Spot>;
}

/** Resolves the carve-outs of a clause, and theirs. An id stands for one carve-out in the whole clause. */
export function resolveCarveOuts(spot: Spot, context: PartContext): readonly CarveOut[] | undefined {
  const list = child(spot, 'except');
  if (list.value === undefined) return [];
  const items = itemsOf(list);
  if (items.length === 0) return reportWrong(list, 'a list', context.report);
  return completeList(items.map((each) => resolveCarveOut(each, context)));
}

function resolveCarveOut(spot: Spot, context: PartContext): CarveOut | undefined {
  const shape = checkShape(spot, CARVE_OUT_SHAPE, context.report);
  const id = required(spot, 'id', (each) => readUniqueId(each, context));
  const resolved = complete({
    id,
    when: required(spot, 'when', (when) => resolveScope(when, `${context.clause}.${id ?? ''}`, context)),
    except: resolveCarveOuts(spot, context),
    ...optional(spot, 'source', 'source', (source) => resolveSource(source, context)),
  });
  if (shape === undefined || resolved === undefined) return undefined;
  return shape.title === undefined ? resolved : { ...resolved, title: shape.title };
}

function readUniqueId(spot: Spot, context: PartContext): string | undefined {
  const id = readId(spot, context.report);
  if (id === undefined) return undefined;
  const before = context.first.get(id);
  if (before === undefined) {
    context.first.set(id, spot);
    return id;
  }
  const related = [relatedTo(before, 'the first one')];
  const message = `the clause has two carve-outs ${inBackticks(id)}`;
  return context.report('clause/duplicate-carve-out', spot, message, { related });
}
