import { inPlaceOrder, type Checked } from '../../diagnostics/diagnostic.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import { checkShape } from '../forms/check-shape.ts';
import { complete, optional, required } from '../forms/complete.ts';
import { digestOf } from '../forms/digest.ts';
import { deepFreeze } from '../forms/freeze.ts';
import { checkName, readName } from '../forms/names.ts';
import { readDay } from '../forms/read-day.ts';
import { readList } from '../forms/read-list.ts';
import { readParty, readScalar } from '../forms/read-scalar.ts';
import type { Pack } from '../pack.ts';
import type { Request } from '../request.ts';
import { vocabularyOf } from '../vocabulary/vocabulary.ts';
import { startReport } from '../written/report.ts';
import { child, entriesOf, type Spot } from '../written/written.ts';
import { assessedBy, readAssessments, reportAssessment, type Assessment } from './read-assessments.ts';
import { readDesignees } from './read-designees.ts';
import { readDivisible } from './read-divisible.ts';
import { readElections } from './read-elections.ts';
import { readHappened } from './read-happened.ts';
import type { RequestContext } from './request-context.ts';
import { REQUEST_SHAPE } from './request-shapes.ts';
import { resolveOpportunity } from './resolve-opportunity.ts';

/** The day by which all that a request rests on was known, where it is not today. */
export type KnownOn = Pick<Request, 'knownOn'>;

/** Resolves a request against a pack: every name is declared there, and every value is of its fact's type. */
export function resolveRequest(pack: Pack, spot: Spot, known: KnownOn = {}): Checked<Request> {
  const { report, diagnostics } = startReport();
  const vocabulary = vocabularyOf(pack);
  const context = { phase: 'request', pack, vocabulary, parties: vocabulary.parties, report } as const;
  const shape = checkShape(spot, REQUEST_SHAPE, report);
  const parts = resolveParts(spot, context);
  const resolved = parts && { ...parts, ...known };
  if (shape === undefined || resolved === undefined || diagnostics.length > 0) {
    return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  }
  const request = { ...resolved, providersNamed: shape.providers !== undefined, digest: digestOf(resolved) };
  return { ok: true, value: deepFreeze(request), warnings: [] };
}

function resolveParts(
  spot: Spot,
  context: RequestContext,
): Omit<Request, 'providersNamed' | 'digest'> | undefined {
  const { report, vocabulary } = context;
  const anActor = { code: 'request/undeclared-party', noun: 'a party' } as const;
  const anAct = { code: 'request/undeclared-act', noun: 'an act' } as const;
  const actor = required(spot, 'actor', (each) => readName(each, vocabulary.parties, anActor, report));
  const readAct = (each: Spot) => readName(each, vocabulary.acts, anAct, report);
  const date = required(spot, 'date', (each) => readDay(each, report));
  const opportunity = child(spot, 'opportunity');
  const assessments = readAssessments(child(spot, 'assessments'), date, context);
  return complete({
    actor,
    date,
    acts: required(spot, 'acts', (acts) => readList(acts, readAct, report)),
    providers: readProviders(child(spot, 'providers'), actor, context),
    facts: readFacts(child(spot, 'facts'), assessments, context),
    ...optional(spot, 'divisible', 'divisible', (each) => readDivisible(each, child(spot, 'facts'), context)),
    readings: readReadings(child(spot, 'readings'), context),
    ...(assessments.length === 0 ? {} : { assessedBy: assessedBy(assessments) }),
    ...optional(spot, 'happened', 'happened', (each) => readHappened(each, date, context)),
    ...optional(spot, 'through', 'through', (each) => readName(each, vocabulary.parties, anActor, report)),
    ...optional(spot, 'designees', 'designees', (each) => readDesignees(each, context)),
    ...optional(spot, 'elections', 'elections', (each) => readElections(each, context)),
    ...(opportunity.value === undefined
      ? {}
      : { opportunity: resolveOpportunity(opportunity, date, context) }),
  });
}

function readProviders(
  spot: Spot,
  actor: string | undefined,
  context: RequestContext,
): readonly string[] | undefined {
  if (spot.value === undefined) {
    return context.pack.parties.filter(({ id, provider }) => provider && id !== actor).map(({ id }) => id);
  }
  return readList(spot, (each) => readParty(each, context), context.report);
}

function readFacts(
  spot: Spot,
  assessments: readonly Assessment[],
  context: RequestContext,
): Readonly<Record<string, Scalar>> {
  const facts = Object.create(null) as Record<string, Scalar>;
  for (const { id, finding } of assessments) facts[id] = finding;
  const { facts: names } = context.vocabulary;
  const naming = { code: 'request/undeclared-fact', noun: 'a fact' } as const;
  for (const [id, each] of entriesOf(spot)) {
    const fact = names.declared.get(id);
    if (fact === undefined) checkName(id, each, names, { ...naming, part: 'key' }, context.report);
    else if (fact.type.is === 'assessment') reportAssessment(id, each, context);
    else if (fact.measure !== undefined) reportMeasure(id, each, context);
    else if (each.value !== 'unknown') {
      const value = readScalar(each, fact.type, context);
      if (value !== undefined) facts[id] = value;
    }
  }
  return facts;
}

function reportMeasure(id: string, spot: Spot, { report }: RequestContext): undefined {
  const message = `${inBackticks(id)} is a measure, and its number is found from what happened`;
  return report('request/measure-as-fact', spot, message, { part: 'key' });
}

function readReadings(spot: Spot, context: RequestContext): Readonly<Record<string, string>> {
  const readings = Object.create(null) as Record<string, string>;
  const { readings: names } = context.vocabulary;
  const naming = { code: 'request/undeclared-reading', noun: 'a reading' } as const;
  for (const [id, each] of entriesOf(spot)) {
    const reading = names.declared.get(id);
    if (reading === undefined) checkName(id, each, names, { ...naming, part: 'key' }, context.report);
    else {
      const option = readScalar(each, { is: 'reading', options: reading.options }, context);
      if (option !== undefined) readings[id] = String(option);
    }
  }
  return readings;
}
