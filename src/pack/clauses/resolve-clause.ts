import { CLAUSE_KINDS, isFirstRight, type ClauseKind } from '../../vocabulary/clause-kind.ts';
import { checkShape } from '../forms/check-shape.ts';
import { complete, completeList, required, optional } from '../forms/complete.ts';
import { readId } from '../forms/ids.ts';
import { readName, type Names } from '../forms/names.ts';
import { readList, readOneOrMore } from '../forms/read-list.ts';
import type { ClauseDraft } from '../instruments/draft.ts';
import type { Clause, Instrument } from '../pack.ts';
import type { Source } from '../source.ts';
import { child, itemsOf, type Spot } from '../written/written.ts';
import { boundBy, owedUnder } from './bound-and-owed.ts';
import { checkKind } from './clause-kinds.ts';
import { CLAUSE_SHAPE } from './clause-shape.ts';
import { readClauseNumber } from './read-clause-number.ts';
import { resolveCarveOuts } from './resolve-carve-outs.ts';
import { resolveCeasings } from './resolve-ceasings.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { CountedFrom } from './resolve-counted-day.ts';
import { resolveBeginning, resolveEnd, resolveSurvival } from './resolve-end.ts';
import { resolvePrecondition } from './resolve-precondition.ts';
import { resolveProcedure } from './resolve-procedure.ts';
import { readHolderAndGrantor, readProviders, resolveCounted, resolveSole } from './resolve-roles.ts';
import { resolveScope } from './resolve-scope.ts';
import { resolveSource } from './resolve-source.ts';

/** A clause before it is known what ends it, and what ends those from whose end it counts. */
export interface ResolvedClause extends Omit<Clause, 'endedBy' | 'fromCounted' | 'untilCounted'> {
  readonly fromCounted?: CountedFrom;
  readonly untilCounted?: CountedFrom;
}

/** Resolves a clause, and reports on all of it even where some of it is wrong. */
export function resolveClause(
  draft: ClauseDraft,
  instrument: Instrument | undefined,
  clauses: Names<ClauseDraft>,
  context: ResolveContext,
): ResolvedClause | undefined {
  const { spot } = draft;
  const { report } = context;
  const shape = checkShape(spot, CLAUSE_SHAPE, report);
  const kind = CLAUSE_KINDS.find((each) => each === child(spot, 'kind').value);
  const fitsKind = kind !== undefined && checkKind(spot, kind, report);
  const resolved = complete({
    id: draft.lineage === undefined ? required(spot, 'id', (id) => readId(id, report)) : draft.id,
    ...optional(spot, 'number', 'number', (number) => readClauseNumber(number, report)),
    ...resolveRoles(spot, context),
    ...resolveReach(spot, draft.id, context),
    ...resolveStages(spot, kind, draft.id, context),
    ...resolvePrecedence(spot, clauses, context),
    ...resolveSources(spot, context),
  });
  if (shape === undefined || !fitsKind || resolved === undefined || instrument === undefined)
    return undefined;
  const roles = { kind, ...resolved };
  return {
    ...resolved,
    title: shape.title,
    kind,
    ...(draft.lineage === undefined ? {} : { lineage: draft.lineage }),
    instrument: instrument.id,
    binds: boundBy(roles, instrument.parties),
    owedTo: owedUnder(roles, instrument.parties),
    ...(shape.duty === undefined ? {} : { duty: shape.duty }),
  };
}

function resolveRoles(spot: Spot, context: ResolveContext) {
  const act = { code: 'clause/undeclared-act', noun: 'an act' } as const;
  const readAct = (each: Spot) => readName(each, context.vocabulary.acts, act, context.report);
  return {
    ...readHolderAndGrantor(spot, context),
    acts: required(spot, 'act', (acts) => readOneOrMore(acts, readAct, context.report)),
    providers: readProviders(child(spot, 'providers'), context),
  };
}

function resolveReach(spot: Spot, id: string, context: ResolveContext) {
  const when = child(spot, 'when');
  const parts = { ...context, clause: id, first: new Map<string, Spot>() };
  return {
    when: when.value === undefined ? ({ is: 'all', of: [] } as const) : resolveScope(when, id, context),
    except: resolveCarveOuts(spot, parts),
    ...resolveCeasings(spot, parts),
  };
}

/** What only some kinds have. Of a clause whose kind is not known it cannot be said what belongs there. */
function resolveStages(spot: Spot, kind: ClauseKind | undefined, id: string, context: ResolveContext) {
  const none: Spot = { ...spot, value: undefined };
  const end = kind === undefined ? none : child(spot, kind === 'precondition' ? 'ends' : 'until');
  return {
    ...resolveBeginning(child(spot, 'from'), id, context),
    ...resolveEnd(end, id, context),
    ...optional(spot, 'survives', 'survives', (tail) => resolveSurvival(tail, id, context)),
    ...optional(spot, 'counts-with-holder', 'countsWithHolder', (list) => resolveCounted(list, id, context)),
    ...optional(spot, 'sole', 'sole', (sole) => resolveSole(sole, id, context)),
    ...(kind === 'precondition' ? { precondition: resolvePrecondition(spot, id, context) } : {}),
    ...(kind !== undefined && isFirstRight(kind)
      ? { procedure: resolveProcedure(child(spot, 'procedure'), id, context) }
      : {}),
  };
}

function resolvePrecedence(spot: Spot, clauses: Names<ClauseDraft>, context: ResolveContext) {
  const naming = { code: 'clause/unknown-clause', noun: 'a clause' } as const;
  const readClause = (each: Spot) => readName(each, clauses, naming, context.report);
  const clausesIn = (key: string) =>
    child(spot, key).value === undefined ? [] : readList(child(spot, key), readClause, context.report);
  return {
    notwithstanding: clausesIn('notwithstanding'),
    subjectTo: clausesIn('subject-to'),
    ...optional(spot, 'after', 'after', (list) => readList(list, readClause, context.report)),
  };
}

function resolveSources(spot: Spot, context: ResolveContext) {
  const confirmations = itemsOf(child(spot, 'confirmed-by')).map((each) => resolveSource(each, context));
  const confirmedBy: readonly Source[] | undefined = completeList(confirmations);
  return { source: required(spot, 'source', (source) => resolveSource(source, context)), confirmedBy };
}
