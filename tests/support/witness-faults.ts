import type { PlantedFault } from './planted-faults.ts';

/** Mistakes that leave what is possible as it is, and so within all bounds: only the case given for an outcome is wrong. */
export const WITNESS_FAULTS: readonly PlantedFault[] = [
  {
    is: 'a witness is in the first class of each variable',
    about: 'scopes',
    file: 'diagram/algebra/read-diagrams.ts',
    sound: 'path.set(level, klass)',
    faulty: 'path.set(level, 0)',
  },
  {
    is: 'a witness is given for another outcome',
    about: 'anything',
    file: 'diagram/requests/exact-answer.ts',
    sound: 'witnessOf(diagrams, open, terminalOf(each), left)',
    faulty: 'witnessOf(diagrams, open, terminalOf(possible[possible.indexOf(each) - 1] ?? each), left)',
  },
  {
    is: 'the two ways in which a comparison with an unknown figure comes out are exchanged',
    about: 'scopes',
    file: 'diagram/clauses/stated-diagram.ts',
    sound: "is(ground, parameterVariable(parameter, ['holds', 'fails']), 'holds')",
    faulty: "is(ground, parameterVariable(parameter, ['holds', 'fails']), 'fails')",
  },
  {
    is: 'an uncertain start is taken the other way round',
    about: 'anything',
    file: 'diagram/clauses/in-force-diagram.ts',
    sound: 'hasBit(variable.over[klass] ?? 0, place)',
    faulty: '!hasBit(variable.over[klass] ?? 0, place)',
  },
];
