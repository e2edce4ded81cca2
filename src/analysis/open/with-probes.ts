import type { Clause, Pack } from '../../pack/pack.ts';
import type { PackPromise } from '../../pack/promises/promise.ts';
import type { Criterion, DayComparison } from '../../vocabulary/criterion.ts';
import type { Day } from '../../vocabulary/day.ts';

/** Gives a pack in which everything that its promises tell apart is told apart: each has a clause that binds nobody. */
export function withProbes(pack: Pack): Pack {
  const probes = pack.promises.map(probeOf);
  return probes.length === 0 ? pack : { ...pack, clauses: [...pack.clauses, ...probes] };
}

/** Gives the scope of a promise with the days on which it is made. */
export function promisedWhere({ id, when, from, until }: PackPromise): Criterion {
  const days = [
    ...(from === undefined ? [] : [dayTest('on-or-after', from, id)]),
    ...(until === undefined ? [] : [dayTest('before', until, id)]),
  ];
  return { is: 'all', of: [when, ...days] };
}

function dayTest(is: DayComparison, day: Day, promise: string): Criterion {
  const bound = { id: `promise.${promise}.${is}`, stated: { is: 'set', value: day } } as const;
  return { is: 'test', subject: { is: 'date' }, comparison: { is, bound } };
}

function probeOf(promise: PackPromise): Clause {
  return {
    id: `promise.${promise.id}`,
    title: promise.means,
    kind: 'obligation',
    instrument: '',
    binds: [],
    owedTo: [],
    acts: [],
    providers: promise.providers,
    when: promisedWhere(promise),
    except: [],
    notwithstanding: [],
    subjectTo: [],
    until: { id: `promise.${promise.id}.until`, stated: { is: 'none' } },
    endedBy: [],
    source: { document: '', grade: '' },
    confirmedBy: [],
  };
}
