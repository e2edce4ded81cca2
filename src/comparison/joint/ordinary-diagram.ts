import type { Diagram } from '../../diagram/algebra/diagrams.ts';
import { isNoneUnlessSaid } from '../../diagram/variables/none-unless-said.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { SIDES } from '../sides.ts';
import type { JointGround } from './joint-ground.ts';
import { UNSAID } from './joint-readings.ts';
import type { JointWords } from './joint-words.ts';
import { viewOf } from './possible-diagram.ts';

/**
 * Gives the ordinary case, which is told first: readings as they are assumed, no deal on record, nobody designated, the
 * provider serves directly, and instruments start on the day from which that is certain.
 */
export function ordinaryDiagram({ diagrams, variables }: JointGround, words: JointWords): Diagram {
  return diagrams.all(
    variables.flatMap((variable, level) => {
      const view = viewOf(variable);
      if (view.about.is === 'start') return [ordinaryStart({ diagrams, variables }, words, level)];
      const klass = isNoneUnlessSaid(view) ? 0 : ordinaryOption(view, words);
      return klass === undefined || klass === -1 ? [] : [diagrams.test(level, (each) => each === klass)];
    }),
  );
}

/** The option that a reading has where a request says nothing, if there is one. */
function ordinaryOption({ about, classes }: Variable, { packs }: JointWords): number | undefined {
  if (about.is !== 'reading') return undefined;
  const unsaid = classes.findIndex(({ label }) => label === UNSAID);
  if (unsaid !== -1) return unsaid;
  const assumed = SIDES.flatMap(
    (side) => packs[side].readings.find(({ id }) => id === about.id)?.assumed ?? [],
  );
  return classes.findIndex(({ label }) => label === assumed[0]?.option);
}

function ordinaryStart(
  { diagrams, variables }: Pick<JointGround, 'diagrams' | 'variables'>,
  { starts, date }: JointWords,
  level: number,
): Diagram {
  const variable = variables[level];
  const start = variable === undefined ? undefined : starts.get(viewOf(variable).about.id);
  if (start === undefined) return diagrams.all([]);
  const on = (day: number): Diagram => diagrams.test(level, (klass) => klass === start.certainOn(day));
  const dateLevel = variables.findIndex((each) => viewOf(each).about.is === 'date');
  if (date === undefined || dateLevel === -1) return on(date?.turns[0] ?? 0);
  return diagrams.any(
    date.classes.map(({ sample }, klass) =>
      diagrams.and(
        diagrams.test(dateLevel, (each) => each === klass),
        on(Number(sample)),
      ),
    ),
  );
}
