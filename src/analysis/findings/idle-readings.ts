import { FALSE } from '../../diagram/algebra/diagrams.ts';
import { differencesOf } from '../../diagram/algebra/pair-of-diagrams.ts';
import { restrict, supportOf } from '../../diagram/algebra/read-diagrams.ts';
import type { Pack } from '../../pack/pack.ts';
import { procedureParameters } from '../../pack/procedure-parameters.ts';
import { scopesOf, settledIdsIn } from '../../pack/scopes.ts';
import type { Finding, MakeFinding } from '../finding.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenPack } from '../open/open-pack.ts';

/** Finds readings that change no outcome, and on which neither a duty nor a stage of a procedure hangs. */
export function idleReadings(open: OpenPack, cases: Cases, make: MakeFinding): readonly Finding[] {
  const inStages = readingsInStages(open.pack);
  const inDuties = new Set(
    open.pack.clauses
      .filter(({ duty }) => duty !== undefined)
      .flatMap(scopesOf)
      .flatMap(settledIdsIn),
  );
  return open.pack.readings
    .filter(({ id }) => !inStages.has(id) && !inDuties.has(id) && !turnsAnAnswer(open, cases, id))
    .map(({ id }) =>
      make('lint/idle-reading', `no answer turns on \`${id}\``, {
        of: id,
        at: { is: 'word', section: 'readings', id },
      }),
    );
}

/** The readings on which a stage of a procedure hangs, which no diagram of all requests holds. */
export function readingsInStages({ clauses }: Pack): ReadonlySet<string> {
  return new Set(
    clauses
      .flatMap(({ procedure }) => (procedure === undefined ? [] : procedureParameters(procedure)))
      .flatMap(({ stated }) => (stated.is === 'by-reading' ? [stated.reading] : [])),
  );
}

function turnsAnAnswer({ diagrams, variables, acts }: OpenPack, { possible }: Cases, id: string): boolean {
  const level = variables.findIndex(({ about }) => about.is === 'reading' && about.id === id);
  if (level === -1) return false;
  const classes = Array.from({ length: diagrams.widthOf(level) }, (_, klass) => klass);
  return acts.some(({ outcome }) => {
    if (!supportOf(diagrams, outcome).includes(level)) return false;
    const [first = outcome, ...others] = classes.map((klass) =>
      restrict(diagrams, outcome, new Map([[level, classes.map((each) => each === klass)]])),
    );
    return others.some((other) =>
      differencesOf(diagrams, first, other).some(({ where }) => diagrams.and(where, possible) !== FALSE),
    );
  });
}
