import { describeFactValue } from '../../evaluation/criteria/describe-test.ts';
import { valuesInClasses } from '../../evaluation/exact/values-in-classes.ts';
import type { ClassesLeft } from '../../diagram/algebra/diagrams.ts';
import type { FactVariable } from '../../diagram/variables/fact-variables.ts';
import { boundsOf, intervalOf, intervalOfClass, type Line } from '../../diagram/variables/line.ts';
import type { LineDomain } from '../../diagram/variables/line-domain.ts';
import { factOf } from '../../pack/lookup.ts';
import type { Fact } from '../../pack/pack.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import { withParts } from '../changed.ts';
import type { DayGround } from '../ground/day-ground.ts';
import type { Option, Topic } from './option.ts';

/** Gives the values that a fact could have instead, or have once it is known. */
export function factOptions(
  variable: FactVariable,
  left: ClassesLeft | undefined,
  { pack, request }: DayGround,
): readonly Option[] {
  const fact = factOf(pack, variable.about.id);
  const topic = topicOf(fact, request.actor);
  return variable.classes.flatMap((_, klass): readonly Option[] => {
    if (left?.[klass] === false && variable.domain.is === 'event') return [];
    const value = valueIn(variable, klass, { pack, request });
    if (value === undefined) return [];
    return [
      {
        topic,
        klass,
        values: inWords(variable, klass, value, pack),
        ...(variable.domain.is === 'line' && { line: variable.domain }),
        make: (changed) => {
          const facts = { ...changed.request.facts, [fact.id]: value };
          if (fact.type.is !== 'assessment') return withParts(changed, { facts });
          const assessed = { by: ASSESSOR, on: changed.request.date };
          return withParts(changed, {
            facts,
            assessedBy: { ...changed.request.assessedBy, [fact.id]: assessed },
          });
        },
      },
    ];
  });
}

const ASSESSOR = 'supposed';

function topicOf({ id, type, chosenBy = [] }: Fact, actor: string): Topic {
  if (type.is === 'assessment') return { kind: 'assessment', id, source: 'settlement' };
  const [party] = chosenBy;
  if (chosenBy.includes(actor)) return { kind: 'fact', id, source: 'actor', party: actor };
  return party === undefined
    ? { kind: 'fact', id, source: 'circumstance' }
    : { kind: 'fact', id, source: 'party', party };
}

function valueIn(
  { about: { id }, domain }: FactVariable,
  klass: number,
  { pack, request }: Pick<DayGround, 'pack' | 'request'>,
): Scalar | undefined {
  if (domain.is === 'line') {
    const stated = Object.hasOwn(request.facts, id) ? Number(request.facts[id]) : undefined;
    return nearestIn(domain, klass, stated);
  }
  return valuesInClasses(pack, request, new Map([[id, { domain, klass }]])).get(id);
}

/** The number of a class that lies nearest to the one stated: of a smaller deal, the largest. */
function nearestIn(
  { line, isWhole, classes }: LineDomain,
  klass: number,
  stated: number | undefined,
): number | undefined {
  const interval = intervalOfClass(line, klass);
  const isBelow = stated !== undefined && intervalOf(line, stated) > interval;
  const ends = endsOf(line, interval, isWhole);
  const candidates = [...(isBelow ? ends.toReversed() : ends), Number(classes[klass]?.sample)];
  return candidates.find((value) => Number.isFinite(value) && intervalOf(line, value) === interval);
}

/** Numbers at the ends of an interval and between them, lowest first. */
function endsOf(line: Line, interval: number, isWhole: boolean): readonly number[] {
  const { low, high } = boundsOf(line, interval);
  const step = isWhole ? 1 : 0.5;
  if (low !== undefined && high !== undefined) {
    const middle = (low.at + high.at) / 2;
    return [low.at, low.at + step, ...(isWhole ? [] : [middle]), high.at - step, high.at];
  }
  if (low !== undefined) return [low.at, low.at + 1];
  if (high !== undefined)
    return [high.at - 1, high.at / 2, high.at].filter((value) => high.at <= 0 || value > 0);
  return [];
}

/** A stretch of numbers is put in words once it is known which others will do. */
function inWords(
  { about: { id }, domain, classes }: FactVariable,
  klass: number,
  value: Scalar,
  pack: DayGround['pack'],
): readonly string[] {
  if (domain.is === 'line') return [classes[klass]?.label ?? ''];
  const values =
    domain.is === 'listed'
      ? [...domain.classOf].flatMap(([each, own]) => (own === klass ? [each] : []))
      : [value];
  return values.map((each) => (each === 'not-yet' ? 'not yet' : describeFactValue(id, each, pack)));
}
