import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import type { Ground } from './ground.ts';
import { decidedBy } from './stated-diagram.ts';

/** True where what was under way under a first right goes on after its clause has ended. */
export function survivesDiagram(ground: Ground, id: string): Diagram {
  const procedure = ground.pack.clauses.find((clause) => clause.id === id)?.procedure;
  if (procedure === undefined) throw new Error(`first right \`${id}\` is not resolved`);
  return decidedBy(ground, procedure.pending, (limit) =>
    limit.is === 'set' && limit.value === 'survives' ? TRUE : FALSE,
  );
}
