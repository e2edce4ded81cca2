import './vitest/decision-matchers.ts';

export type { AskedOf, DecisionMatchers } from './vitest/decision-matchers.ts';
export { describeScenarios, type DescribedScenarios } from './vitest/describe-scenarios.ts';
