/** How many steps a number has reached; steps ascend. Few are counted without branching, which no processor can guess wrongly. */
export function stepsReached(steps: Float64Array, value: number): number {
  if (steps.length > FEW) return amongMany(steps, value);
  let reached = 0;
  for (let place = 0; place < steps.length; place += 1) reached += Number(value >= (steps[place] ?? 0));
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
