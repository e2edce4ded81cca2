import type { Limit, Parameter } from '../../vocabulary/stated.ts';
import type { Diagram } from '../algebra/diagrams.ts';
import { AS_ASSUMED, parameterVariable } from '../variables/other-variables.ts';
import { is, type Ground } from './ground.ts';

/**
 * True where a parameter makes a question come out so: `holds` answers it for a limit. Where the limit is not known, or
 * what is assumed is given up, the answer is an unknown of its own, unless it is the same for every figure.
 */
export function decidedBy<T>(
  ground: Ground,
  parameter: Parameter<T>,
  holds: (limit: Limit<T>) => Diagram,
  whereNotKnown?: Diagram,
): Diagram {
  const { diagrams } = ground;
  const open = (): Diagram =>
    whereNotKnown ?? is(ground, parameterVariable(parameter, ['holds', 'fails']), 'holds');
  const { stated } = parameter;
  switch (stated.is) {
    case 'set':
    case 'none':
      return holds(stated);
    case 'unknown':
      return open();
    case 'assumed': {
      const asAssumed = is(ground, parameterVariable(parameter, ['holds', 'fails']), AS_ASSUMED);
      return diagrams.ite(asAssumed, holds(stated.limit), open());
    }
    case 'by-reading': {
      const reading = ground.classes.reading(stated.reading);
      const options = Object.entries(stated.of).map(([option, limit]) =>
        diagrams.and(is(ground, reading, option), limit.is === 'unknown' ? open() : holds(limit)),
      );
      const unlisted = ground.test(
        reading,
        (klass) => !Object.hasOwn(stated.of, reading.classes[klass]?.label ?? ''),
      );
      return diagrams.any([...options, diagrams.and(unlisted, open())]);
    }
  }
}
