import type { Exact, Witnessing } from '../../diagram/requests/exact-answer.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { factOf } from '../../pack/lookup.ts';
import type { Pack } from '../../pack/pack.ts';
import { describeFactValue } from '../criteria/describe-test.ts';
import type { Request } from '../../pack/request.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { Witness } from '../decision.ts';
import { eventQuestion } from '../../procedure/record/dated.ts';
import { withDaysOfEvents } from './days-of-events.ts';
import { chosenIn, valuesInClasses, type Chosen } from './values-in-classes.ts';

/** Puts in words a case for each possible outcome of a request. */
export function describeWitnesses({ witnesses }: Exact, pack: Pack, request: Request): readonly Witness[] {
  return witnesses.map(({ outcome, where }) => {
    const values = valuesIn(where, pack, request);
    const told = telling(where).filter(({ variable }) => !isToldAsFact(variable, values));
    return {
      outcome,
      given: told.map((each) => ({ id: each.variable.reportedAs, value: valueOf(each, values, pack) })),
    };
  });
}

/** The values that the rules engine is given in the case; of a fact that stands alone, its class has a plainer one. */
function valuesIn(where: Witnessing['where'], pack: Pack, request: Request): ReadonlyMap<string, Scalar> {
  const chosen = chosenIn(where);
  const values = withDaysOfEvents(valuesInClasses(pack, request, chosen), chosen, where, request);
  return new Map([...values].filter(([id]) => isNoneOfItsOwn(chosen.get(id))));
}

function isNoneOfItsOwn(chosen: Chosen | undefined): boolean {
  const domain = chosen?.domain;
  return domain?.is === 'event' || (domain?.is === 'line' && domain.group.length > 1);
}

/** True of the day that a deal takes an event to have happened on, where the event is told by itself. */
function isToldAsFact({ about }: Variable, values: ReadonlyMap<string, Scalar>): boolean {
  return about.is === 'unrecorded' && [...values.keys()].some((fact) => about.id === eventQuestion(fact));
}

/** That nobody waived goes without saying where something else is said. */
function telling(where: Witnessing['where']): Witnessing['where'] {
  const told = where.filter(
    ({ variable, klass }) => variable.about.is !== 'waiver' || variable.classes[klass]?.label !== 'no',
  );
  return told.length === 0 ? where : told;
}

function valueOf(
  { variable, klass }: Witnessing['where'][number],
  values: ReadonlyMap<string, Scalar>,
  pack: Pack,
): string {
  const { is, id } = variable.about;
  const { label = '', sample: usual } = variable.classes[klass] ?? {};
  const sample = is === 'fact' ? (values.get(id) ?? usual) : undefined;
  if (is === 'measure') return withUnit(label, id, pack);
  if (sample !== undefined) return describeFactValue(id, sample, pack);
  return WORDS[is]?.[label] ?? label;
}

function withUnit(figures: string, id: string, pack: Pack): string {
  const { type } = factOf(pack, id);
  return type.is === 'number' && !figures.startsWith('none') && type.unit !== undefined
    ? `${figures} ${type.unit}`
    : figures;
}

/** What a class is called where its label alone would say too little. */
const WORDS: Readonly<Partial<Record<Variable['about']['is'], Readonly<Record<string, string>>>>> = {
  parameter: { holds: 'a value for which its test holds', fails: 'a value for which its test fails' },
  start: { started: 'in force by then', 'not started': 'not yet in force' },
  waiver: { yes: 'waived since', no: 'not waived' },
  consent: { consent: 'consented since', refusal: 'refused since', none: 'nothing said' },
  record: {
    'as recorded': 'nothing more happened',
    released: 'released since',
    exercised: 'exercised since',
    'to be offered': 'still to be offered',
    'under way': 'offered, and not answered or released',
    'not triggered': 'not yet to be offered',
  },
  unrecorded: { yes: 'all that is required', no: 'not all that is required' },
  share: { within: 'within what is left', beyond: 'more than is left' },
};
