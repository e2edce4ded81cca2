/** How many steps a number has reached; steps ascend. Few are tried one by one, which was measured to be quickest. */
export function stepsReached(steps: Float64Array, value: number): number {
  let reached = steps.length > FEW ? amongMany(steps, value) : 0;
  while (reached < steps.length && value >= (steps[reached] ?? 0)) reached += 1;
  return reached;
}

const FEW = 16;

function amongMany(steps: Float64Array, value: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
