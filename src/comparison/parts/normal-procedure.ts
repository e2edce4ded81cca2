import type { Procedure, Silence } from '../../pack/procedure.ts';
import type { Limit, Stated } from '../../vocabulary/stated.ts';

/**
 * Says in one way what makes no difference however it is said: silence that counts as a decline and silence that releases
 * are one where both exits free the grantor for one and the same length.
 */
export function normalProcedure(procedure: Procedure): Procedure {
  const { silence, releaseFor } = procedure;
  if (releaseFor.declined.id !== releaseFor.silent.id) return procedure;
  return { ...procedure, silence: { ...silence, stated: withoutDeclines(silence.stated) } };
}

function withoutDeclines(stated: Stated<Silence>): Stated<Silence> {
  switch (stated.is) {
    case 'assumed':
      return { ...stated, limit: releasing(stated.limit) };
    case 'by-reading': {
      const of = Object.entries(stated.of).map(
        ([option, limit]) => [option, limit.is === 'unknown' ? limit : releasing(limit)] as const,
      );
      return { ...stated, of: Object.fromEntries(of) };
    }
    case 'unknown':
      return stated;
    case 'set':
    case 'none':
      return releasing(stated);
  }
}

function releasing(limit: Limit<Silence>): Limit<Silence> {
  return limit.is === 'set' && limit.value === 'declines' ? { is: 'set', value: 'releases' } : limit;
}
