import { TRUE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { possibleTogether } from '../../diagram/regions/possible-together.ts';
import { AS_ASSUMED } from '../../diagram/variables/other-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { JointGround, JointVariable } from './joint-ground.ts';
import type { JointWords } from './joint-words.ts';

/** Gives where classes of several variables can occur together. */
export function possibleDiagram(ground: JointGround, words: JointWords): Diagram {
  const { diagrams } = ground;
  return diagrams.all([
    ...startsThatCanBe(ground, words),
    possibleTogether({ diagrams, variables: ground.variables.map(viewOf) }),
  ]);
}

/** Gives where every assumed value is as it is assumed. */
export function asStatedDiagram({ diagrams, variables }: JointGround): Diagram {
  return diagrams.all(
    variables.flatMap((variable, level) => {
      const { about, classes } = viewOf(variable);
      const isAssumed = about.is === 'parameter' && classes[0]?.label === AS_ASSUMED;
      return isAssumed ? [diagrams.test(level, (klass) => klass === 0)] : [];
    }),
  );
}

/** The variable as one of the sides sees it: what it is about, and how many classes it has, is the same for both. */
export function viewOf({ key, views }: JointVariable): Variable {
  const view = views.after ?? views.before;
  if (view === undefined) throw new Error(`nobody asked for \`${key}\``);
  return view;
}

function startsThatCanBe({ diagrams, variables }: JointGround, words: JointWords): readonly Diagram[] {
  const { date } = words;
  const dateLevel = variables.findIndex((variable) => viewOf(variable).about.is === 'date');
  if (date === undefined || dateLevel === -1) return [];
  return variables.flatMap((variable, level) => {
    const { about } = viewOf(variable);
    const start = about.is === 'start' ? words.starts.get(about.id) : undefined;
    if (start === undefined) return [];
    return date.classes.map(({ sample }, klass) => {
      const possible = start.possibleOn(Number(sample));
      const isThen = diagrams.test(dateLevel, (each) => each === klass);
      return diagrams.ite(
        isThen,
        diagrams.test(level, (each) => possible[each] === true),
        TRUE,
      );
    });
  });
}
