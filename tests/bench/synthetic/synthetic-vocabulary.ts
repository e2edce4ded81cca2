/** A YAML document as plain data. */
export type Document = Readonly<Record<string, unknown>>;

/** The facts that select a deed, and how many values each has. */
export const SELECTORS = { region: 12, business: 12, tier: 6 } as const;

/** The facts that clauses test beside: with the selectors there are 32. */
export const TESTED = {
  enum: factNames('choice', 15),
  boolean: factNames('flag', 6),
  number: factNames('amount', 6),
  date: factNames('day', 2),
} as const;

export const CHOICES = 4;
export const HOLDERS = factNames('holder', 16);

/** Gives the words that every synthetic pack is written in. */
export function syntheticVocabulary(): Document {
  return {
    pack: 'synthetic',
    language: 1,
    title: 'Synthetic contracts',
    disclaimer: 'Invented to measure engines. Not legal advice.',
    otherwise: 'permitted',
    parties: {
      buyer: { name: 'Buyer' },
      ...Object.fromEntries(HOLDERS.map((id) => [id, { name: id, provider: true }])),
    },
    acts: { procure: { title: 'procure compute capacity' } },
    facts: {
      ...Object.fromEntries(Object.entries(SELECTORS).map(([id, count]) => [id, enumFact(id, count)])),
      ...Object.fromEntries(TESTED.enum.map((id) => [id, enumFact(id, CHOICES)])),
      ...Object.fromEntries(TESTED.boolean.map((id) => [id, plainFact(id, 'boolean')])),
      ...Object.fromEntries(TESTED.number.map((id) => [id, plainFact(id, 'number')])),
      ...Object.fromEntries(TESTED.date.map((id) => [id, plainFact(id, 'date')])),
    },
    grades: { A: 'invented' },
    documents: { deeds: { title: 'Invented deeds', date: '2019-01-01' } },
  };
}

/** The values of an enum fact. */
export function valuesOf(fact: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${fact}-${String(at + 1)}`);
}

function enumFact(id: string, count: number): Document {
  const values = Object.fromEntries(valuesOf(id, count).map((value) => [value, value]));
  return { ...plainFact(id, 'enum'), values };
}

function plainFact(id: string, type: string): Document {
  return { type, question: `What is the ${id}?` };
}

function factNames(stem: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${stem}-${String(at + 1).padStart(2, '0')}`);
}
