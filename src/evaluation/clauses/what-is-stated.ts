import type { State } from '../../procedure/states/state.ts';
import type { Position } from '../../vocabulary/position.ts';

/** The positions that a clause may take where it applies, the unknowns behind them, and the states of a first right. */
export interface StatedPositions {
  readonly positions: readonly Position[];
  readonly dependsOn: readonly string[];
  readonly states: readonly State[];
}
