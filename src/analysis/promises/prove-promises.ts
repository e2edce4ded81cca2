import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { partyOf } from '../../pack/lookup.ts';
import type { Pack } from '../../pack/pack.ts';
import type { ProviderSelection } from '../../pack/provider-selection.ts';
import type { PackPromise } from '../../pack/promises/promise.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Finding, MakeFinding } from '../finding.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenAct, OpenPack } from '../open/open-pack.ts';
import { promisedWhere } from '../open/with-probes.ts';
import { showOutcome } from '../witnesses/show-outcome.ts';
import { regionWords } from '../words/region-words.ts';

/** Where a promise is broken with one candidate, by an outcome. */
export interface Breach {
  readonly of: OpenAct;
  readonly outcome: SettledOutcome;
  readonly region: Diagram;
}

/** Gives where a promise is broken, whether or not that can be. */
export function breachesOf(open: OpenPack, promise: PackPromise): readonly Breach[] {
  const { diagrams } = open;
  const breaking = SETTLED_OUTCOMES.filter((outcome) => !promise.kept.includes(outcome));
  return open.candidates
    .filter(({ candidate }) => isNamed(promise.providers, candidate))
    .flatMap(({ scope, actOf }) => {
      const of = actOf(promise.actor, promise.act);
      const where = scope(`promise ${promise.id}`, promisedWhere(promise));
      return breaking.map((outcome) => ({
        of,
        outcome,
        region: diagrams.and(where, whereTerminal(diagrams, of.outcome, terminalOf(outcome))),
      }));
    });
}

function isNamed(providers: ProviderSelection, candidate: string): boolean {
  return providers.is === 'any' || providers.parties.includes(candidate) === (providers.is === 'only');
}

/** What a promise is held against. */
export interface Trial {
  readonly open: OpenPack;
  readonly pack: Pack;
  readonly cases: Cases;
  readonly make: MakeFinding;
}

/**
 * Says whether some request breaks a promise, with one that does, as the pack answers it. No finding: it is proved for
 * every request there can be.
 */
export async function provePromise(
  trial: Trial,
  promise: PackPromise,
  breaches: readonly Breach[],
): Promise<readonly Finding[]> {
  const { open, pack, cases } = trial;
  const { assumptions, ordinarily } = promise;
  const whole = assumptions === 'open' ? cases.possible : cases.assumed;
  const among = ordinarily ? open.diagrams.and(whole, cases.plain) : whole;
  const real = breaches.filter(({ region }) => open.diagrams.and(region, among) !== FALSE);
  for (const breach of real) {
    const request = await showOutcome(open, pack, cases, { ...breach, among, assumptions });
    if (request !== undefined) return [describe(trial, promise, breach, among, { request })];
  }
  const [first] = real;
  return first === undefined ? [] : [describe(trial, promise, first, among, {})];
}

function describe(
  { open, pack, cases, make }: Trial,
  promise: PackPromise,
  { of, outcome, region }: Breach,
  among: Diagram,
  shown: Pick<Finding, 'request'>,
): Finding {
  const code = shown.request === undefined ? 'lint/unproved-promise' : 'lint/broken-promise';
  const whom = partyOf(pack, of.candidate).name;
  const how = shown.request === undefined ? 'may be' : 'is';
  return make(code, `the promise \`${promise.id}\` ${how} broken: \`${outcome}\` with ${whom}`, {
    of: promise.id,
    at: { is: 'promise', number: pack.promises.indexOf(promise) },
    where: regionWords(open, region, among, cases),
    ...shown,
  });
}
