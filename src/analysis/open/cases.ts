import { TRUE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { possibleTogether } from '../../diagram/regions/possible-together.ts';
import { isNoneUnlessSaid } from '../../diagram/variables/none-unless-said.ts';
import { AS_ASSUMED } from '../../diagram/variables/other-variables.ts';
import { classesOfStart, type StartVariable } from '../../diagram/variables/start-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { OpenPack } from './open-pack.ts';

/** Which cases of a pack count. What is built after they were found is not in them: find them when all is built. */
export interface Cases {
  /** Those that can be. */
  readonly possible: Diagram;
  /** Those that can be in which every assumed value is as it is assumed. */
  readonly stated: Diagram;
  /** Those of them in which every reading that the pack assumes is as it is assumed. */
  readonly assumed: Diagram;
  /** No deal on record, nobody designated, the provider serves directly. */
  readonly plain: Diagram;
}

/** Finds which cases of a pack can be, and which of them are as the pack assumes. */
export function casesOf(open: OpenPack): Cases {
  const { diagrams } = open;
  const possible = diagrams.and(possibleTogether(open), startsThatCanBe(open));
  const stated = diagrams.and(possible, inClass(open, assumedValue));
  const assumed = diagrams.and(
    stated,
    inClass(open, (variable) => assumedOption(open, variable)),
  );
  const plain = inClass(open, (variable) => (isNoneUnlessSaid(variable) ? 0 : undefined));
  return { possible, stated, assumed, plain };
}

/** Where each variable that has such a class is in it. */
function inClass(
  { diagrams, variables }: OpenPack,
  classFor: (variable: Variable) => number | undefined,
): Diagram {
  return diagrams.all(
    variables.flatMap((variable, level) => {
      const klass = classFor(variable);
      return klass === undefined || klass === -1 ? [] : [diagrams.test(level, (each) => each === klass)];
    }),
  );
}

function assumedValue({ about, classes }: Variable): number | undefined {
  return about.is === 'parameter' && classes[0]?.label === AS_ASSUMED ? 0 : undefined;
}

function assumedOption({ pack }: OpenPack, { about, classes }: Variable): number | undefined {
  if (about.is !== 'reading') return undefined;
  const option = pack.readings.find(({ id }) => id === about.id)?.assumed?.option;
  return option === undefined ? undefined : classes.findIndex(({ label }) => label === option);
}

function startsThatCanBe({ diagrams, variables, date }: OpenPack): Diagram {
  const dateLevel = variables.indexOf(date);
  return diagrams.all(
    variables.flatMap((variable, level) => {
      if (variable.about.is !== 'start' || dateLevel === -1) return [];
      return date.classes.map(({ sample }, klass) => {
        const left = classesOfStart(variable as StartVariable, Number(sample));
        const isThen = diagrams.test(dateLevel, (each) => each === klass);
        return diagrams.ite(
          isThen,
          diagrams.test(level, (each) => left[each] === true),
          TRUE,
        );
      });
    }),
  );
}
