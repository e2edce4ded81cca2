import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { complete, completeList, optional, required } from '../forms/complete.ts';
import { readId } from '../forms/ids.ts';
import { readName } from '../forms/names.ts';
import type { Ceasing } from '../pack.ts';
import { relatedTo } from '../written/report.ts';
import { child, itemsOf, type Spot } from '../written/written.ts';
import { CEASING_SHAPE, ELECTION_SHAPE, SUSPENSION_SHAPE } from './clause-shape.ts';
import type { PartContext } from './resolve-carve-outs.ts';
import { resolveScope } from './resolve-scope.ts';
import { resolveSource } from './resolve-source.ts';

/** Resolves the ways in which a clause loses its force, for good or while something lasts. */
export function resolveCeasings(
  spot: Spot,
  context: PartContext,
): { ceases?: readonly Ceasing[] | undefined } {
  const [ceases, suspended] = [child(spot, 'ceases'), child(spot, 'suspended')];
  if (ceases.value === undefined && suspended.value === undefined) return {};
  const lists = [
    resolveList(ceases, CEASING_SHAPE, context),
    resolveList(suspended, SUSPENSION_SHAPE, context),
  ];
  return { ceases: completeList(lists)?.flat() };
}

function resolveList(
  list: Spot,
  shape: typeof CEASING_SHAPE | typeof SUSPENSION_SHAPE,
  context: PartContext,
): readonly Ceasing[] | undefined {
  if (list.value === undefined) return [];
  const items = itemsOf(list);
  if (items.length === 0) return reportWrong(list, 'a list', context.report);
  return completeList(items.map((each) => resolveCeasing(each, shape, context)));
}

function resolveCeasing(
  spot: Spot,
  schema: typeof CEASING_SHAPE | typeof SUSPENSION_SHAPE,
  context: PartContext,
): Ceasing | undefined {
  const shape = checkShape(spot, schema, context.report);
  const id = required(spot, 'id', (each) => readUniqueId(each, context));
  const by = shape === undefined ? {} : readElection(child(spot, 'by'), context);
  const resolved = complete({
    id,
    when: required(spot, 'when', (when) => resolveScope(when, `${context.clause}.${id ?? ''}`, context)),
    ...optional(spot, 'source', 'source', (source) => resolveSource(source, context)),
    ...by,
  });
  if (shape === undefined || resolved === undefined) return undefined;
  return shape.title === undefined ? resolved : { ...resolved, title: shape.title };
}

/** Reads who has to elect; nobody, where the clause ceases by itself. */
function readElection(spot: Spot, context: PartContext): { electionOf?: string | undefined } {
  if (spot.value === undefined || spot.value === 'automatic') return {};
  const naming = { code: 'clause/undeclared-party', noun: 'a party' } as const;
  const read = (party: Spot) => readName(party, context.vocabulary.parties, naming, context.report);
  if (typeof spot.value === 'string') {
    return { electionOf: reportWrong(spot, '`automatic` or `{ election-of: party }`', context.report) };
  }
  const shape = checkShape(spot, ELECTION_SHAPE, context.report);
  return { electionOf: shape && required(spot, 'election-of', read) };
}

/** Elections and carve-outs are named by clause and id, so that no two may have the same. */
function readUniqueId(spot: Spot, context: PartContext): string | undefined {
  const id = readId(spot, context.report);
  if (id === undefined) return undefined;
  const before = context.first.get(id);
  const wanted = `${context.clause}.${id}`;
  if (before === undefined && context.parameterId(wanted) === wanted) {
    context.first.set(id, spot);
    return id;
  }
  const related = before === undefined ? {} : { related: [relatedTo(before, 'the first one')] };
  const message = `${inBackticks(id)} already names something else in the clause`;
  return context.report('clause/duplicate-ceasing', spot, message, related);
}
