import { inOrder, worse, type SettledOutcome } from '../../vocabulary/outcome.ts';
import { summedUp, type DividedVerdict, type PortionOutcomes, type SummedUp } from './divided-verdict.ts';

/**
 * Sums up all acts of one deal: the worst of them, at each quantity. A reduction has to suit every act, so what is
 * possible of the deal is not found from what is possible of each act once it has been made smaller by itself.
 */
export function overActs(acts: readonly DividedVerdict[]): SummedUp {
  const [first] = acts;
  const portions = (first?.portions ?? []).map(({ quantity }, place): PortionOutcomes => {
    const here = acts.flatMap((act) => act.portions[place] ?? []);
    return {
      quantity,
      possible: worstOfEach(here.map(({ possible }) => possible)),
      unlessBarredAlike: {
        whole: worstOfEach(here.map(({ unlessBarredAlike }) => unlessBarredAlike.whole)),
        portion: worstOfEach(here.map(({ unlessBarredAlike }) => unlessBarredAlike.portion)),
      },
    };
  });
  return summedUp(worstOfEach(acts.map(({ whole }) => whole.possible)), portions);
}

/** Gives the worst outcome of each way of taking one possible outcome of every act. */
function worstOfEach(acts: readonly (readonly SettledOutcome[])[]): readonly SettledOutcome[] {
  const worst = acts.reduce<readonly SettledOutcome[]>(
    (sums, possible) => inOrder(sums.flatMap((sum) => possible.map((outcome) => worse(sum, outcome)))),
    ['permitted'],
  );
  return inOrder(worst);
}
