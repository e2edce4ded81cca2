import fc from 'fast-check';

type Affiliations = Readonly<Record<string, readonly string[]>>;

/** Nobody is in anybody's group, or somebody is, directly or through another. */
export const affiliations: fc.Arbitrary<Affiliations> = fc.constantFrom<Affiliations[]>(
  {},
  {},
  { beta: ['alpha'] },
  { gamma: ['alpha', 'beta'] },
  { gamma: ['beta'], beta: ['alpha'] },
  { buyer: ['alpha'] },
);

/** Whoever counts with a holder is not bound by its first right: that would hide most of what a procedure does. */
export const rareAffiliations: fc.Arbitrary<Affiliations> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: affiliations },
);
