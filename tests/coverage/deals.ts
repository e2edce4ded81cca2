/** A request about one provider under the deed, and what comes of it. */
export interface Deal {
  readonly date?: string;
  readonly provider?: string;
  readonly more?: string;
  readonly outcome: string;
}

/** An entry about one provider, in flow YAML. */
export function entry({ date = '2024-06-01', provider = 'rival', more = '', outcome }: Deal): string {
  return (
    `  - { id: deal, request: { actor: buyer, date: ${date}, acts: [procure], providers: [${provider}] ${more} },` +
    ` expect: { ${provider}: { outcome: ${outcome} } } }\n`
  );
}

function onRecord(events: string, completeTo: string): string {
  return `, opportunity: { id: d, counterparty: rival, complete-to: ${completeTo}, events: [${events}] }`;
}

const NOTICE = '{ notice: 2025-03-01, to: seller }';

/** For each sort of part a deal, and all the parts that decide it. */
export const DEALS: Readonly<Record<string, readonly [Deal, readonly string[]]>> = {
  'a clause that governs': [
    { more: ', facts: { size: 9, kind: plain }', outcome: 'prohibited' },
    ['clause reserved'],
  ],
  'a carve-out without which its clause would have spoken': [
    { more: ', facts: { size: 2, kind: plain }', outcome: 'permitted' },
    ['carve-out reserved.small'],
  ],
  'a carve-out within another, with what it takes it out of left as it was': [
    { more: ', facts: { size: 2, kind: old }, readings: { R-1: as-plain }', outcome: 'prohibited' },
    ['clause reserved', 'carve-out reserved.small.small-but-old', 'reading R-1=as-plain'],
  ],
  'a displacement, and the clause that displaces, but not the one displaced': [
    { more: ', facts: { size: 9, kind: green }', outcome: 'permitted' },
    ['clause green-freed', 'displacement green-freed over reserved'],
  ],
  'the option of a reading that is taken': [
    { more: ', facts: { size: 9, kind: old }, readings: { R-1: as-green }', outcome: 'permitted' },
    ['clause green-freed', 'displacement green-freed over reserved', 'reading R-1=as-green'],
  ],
  'no option of a reading on which nothing turns': [
    { more: ', facts: { size: 9, kind: plain }, readings: { R-1: as-green }', outcome: 'prohibited' },
    ['clause reserved'],
  ],
  'in an open answer what changes the outcomes that are possible': [
    { more: ', facts: { size: 9, kind: old }', outcome: 'undetermined' },
    ['clause green-freed', 'clause reserved', 'displacement green-freed over reserved'],
  ],
  'the end of a clause': [
    { date: '2025-06-01', more: ', facts: { size: 9, kind: plain }', outcome: 'first-refusal' },
    ['clause asked-first', 'ending reserved ended by amendment'],
  ],
  'a state of a first right in the deal on record: asleep': [
    {
      date: '2025-03-02',
      more: `, facts: { size: 9, kind: plain } ${onRecord('{ intent: 2025-03-01 }', '2025-03-02')}`,
      outcome: 'conditional',
    },
    ['clause asked-first', 'ending reserved ended by amendment', 'state asked-first: not triggered'],
  ],
  'in a window': [
    {
      date: '2025-03-05',
      more: `, facts: { size: 9, kind: plain } ${onRecord(NOTICE, '2025-03-05')}`,
      outcome: 'first-refusal',
    },
    ['clause asked-first', 'ending reserved ended by amendment', 'state asked-first: under way'],
  ],
  'released by a decline': [
    {
      date: '2025-03-05',
      more: `, facts: { size: 9, kind: plain } ${onRecord(`${NOTICE}, { decline: 2025-03-04, by: seller }`, '2025-03-05')}`,
      outcome: 'permitted',
    },
    ['ending reserved ended by amendment', 'state asked-first: released, declined'],
  ],
  'released by silence': [
    {
      date: '2025-03-20',
      more: `, facts: { size: 9, kind: plain } ${onRecord(NOTICE, '2025-03-20')}`,
      outcome: 'permitted',
    },
    ['ending reserved ended by amendment', 'state asked-first: released, after silence'],
  ],
  'no state where the record leaves several': [
    {
      date: '2025-03-20',
      more: `, facts: { size: 9, kind: plain } ${onRecord(NOTICE, '2025-03-05')}`,
      outcome: 'undetermined',
    },
    ['clause asked-first', 'ending reserved ended by amendment'],
  ],
  exercised: [
    {
      date: '2025-03-05',
      more: `, facts: { size: 9, kind: plain } ${onRecord(`${NOTICE}, { exercise: 2025-03-04, by: seller }`, '2025-03-05')}`,
      outcome: 'prohibited',
    },
    ['clause asked-first', 'ending reserved ended by amendment', 'state asked-first: exercised'],
  ],
  'nothing before the first contract': [
    { date: '2023-06-01', more: ', facts: { size: 9, kind: plain }', outcome: 'permitted' },
    [],
  ],
};
