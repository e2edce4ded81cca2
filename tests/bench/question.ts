/** The folder of the shipped pack, from the top of the repository. */
export const RULES = 'rules/openai';

/** Every provider and both acts, on a day when a first refusal, its release, an exclusivity and a duty are in force. */
export const QUESTION = {
  actor: 'openai',
  date: '2025-03-10',
  acts: ['procure-capacity', 'distribute'],
  facts: {
    capacity: 'new',
    workload: 'inference',
    build: 'cloud-service',
    product: 'api',
    channel: 'provider-service',
  },
};

export const ONE_ANSWER = { ...QUESTION, acts: ['procure-capacity'], providers: ['oracle'] };
