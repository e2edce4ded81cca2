import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Counted, Measure } from '../../vocabulary/measure.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { complete, completeList, optional } from '../forms/complete.ts';
import { checkName, readName, type Names } from '../forms/names.ts';
import { readDuration } from '../forms/read-duration.ts';
import { readOneOrMore } from '../forms/read-list.ts';
import type { Fact } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, entriesOf, isMap, type Spot } from '../written/written.ts';
import { checkMeasureParts } from './check-measure-parts.ts';
import type { MeasureContext } from './measure-context.ts';
import { readBy, readWhere } from './read-measure-keys.ts';
import { readIn, readOver } from './read-measure-periods.ts';
import { CARRY_SHAPE, MEASURE_SHAPE } from './vocabulary-shapes.ts';

/** Resolves the declaration of a measure to a fact whose number is found from the record of happenings. */
export function resolveMeasure(id: string, spot: Spot, context: MeasureContext): Fact | undefined {
  const { report } = context;
  const shape = checkShape(spot, MEASURE_SHAPE, report);
  const counted = readCounted(spot, context);
  if (counted === undefined) return undefined;
  const parts = complete({
    counted,
    where: readWhere(child(spot, 'where'), counted, context),
    by: readBy(child(spot, 'by'), counted, context),
    over: readOver(child(spot, 'over'), report),
    in: readIn(child(spot, 'in'), child(spot, 'over'), report),
    ...optional(spot, 'closes-after', 'closesAfter', (each) => readDuration(each, report)),
    ...given('excessOver', readExcess(child(spot, 'carry-forward'), report)),
    ...given('adds', readAdds(child(spot, 'with-request'), context)),
    ...given('shareOf', readShareOf(child(spot, 'share-of'), report)),
  });
  if (shape === undefined || parts === undefined) return undefined;
  const isDaily = shape.per !== undefined;
  const isCount = counted.every(({ amount }) => amount === undefined);
  const measure: Measure = { ...parts, isDaily, isWhole: isCount && !isDaily && parts.shareOf === undefined };
  const type = checkMeasureParts(measure, spot, context);
  return type && { id, question: shape.means, type, measure };
}

/** Facts and measures together: a scope tests them alike. */
export function withMeasures(facts: Names<Fact>, measures: Names<Fact>): Names<Fact> {
  return {
    declared: new Map(
      [...measures.declared, ...facts.declared].toSorted(([one], [other]) => {
        return Number(measures.declared.has(one)) - Number(measures.declared.has(other));
      }),
    ),
    whole: facts.whole && measures.whole,
  };
}

/** Checks that a share is taken of a measure that counts the same over the same periods, only more of it. */
export function checkedShares(measures: Names<Fact>, spot: Spot, report: Report): Names<Fact> {
  for (const [id, fact] of measures.declared) {
    if (fact?.measure?.shareOf !== undefined)
      checkShare(fact.measure, fact.measure.shareOf, child(child(spot, id), 'share-of'), measures, report);
  }
  return measures;
}

function checkShare(
  measure: Measure,
  shareOf: string,
  spot: Spot,
  measures: Names<Fact>,
  report: Report,
): void {
  const naming = { code: 'measure/undeclared', noun: 'a measure' } as const;
  if (!checkName(shareOf, spot, measures, naming, report)) return;
  const whole = measures.declared.get(shareOf)?.measure;
  if (whole === undefined || isShareable(measure, whole)) return;
  const message = `${inBackticks(shareOf)} does not count the same happenings over the same periods without \`where\``;
  report('measure/unfit-part', spot, message);
}

function isShareable(part: Measure, whole: Measure): boolean {
  const same = (of: (measure: Measure) => unknown): boolean =>
    JSON.stringify(of(part)) === JSON.stringify(of(whole));
  const isPlain = Object.keys(whole.where).length === 0 && whole.shareOf === undefined;
  return isPlain && same(({ counted, over, by }) => [counted, over, by]);
}

function given<Name extends string, Value>(
  name: Name,
  read: { readonly value: Value | undefined } | undefined,
): { readonly [Each in Name]?: Value | undefined } {
  return read === undefined ? {} : ({ [name]: read.value } as { readonly [Each in Name]: Value | undefined });
}

/** Reads `counts`, one happening or a list, or `sums`, a happening and its amount or several. */
function readCounted(spot: Spot, context: MeasureContext): readonly Counted[] | undefined {
  const [counts, sums] = [child(spot, 'counts'), child(spot, 'sums')];
  if ((counts.value === undefined) === (sums.value === undefined)) {
    const message = 'a measure has either `counts` or `sums`';
    return context.report('measure/unfit-part', spot, message, { part: 'key' });
  }
  if (sums.value === undefined) {
    const read = (each: Spot) => readHappening(each, context);
    return readOneOrMore(counts, read, context.report)?.map((happening) => ({ happening }));
  }
  if (!isMap(sums.value)) return undefined;
  return completeList(entriesOf(sums).map(([happening, each]) => readAmount(happening, each, context)));
}

const A_HAPPENING = { code: 'measure/undeclared', noun: 'a happening' } as const;

function readHappening(spot: Spot, { happenings, report }: MeasureContext): string | undefined {
  return readName(spot, happenings, A_HAPPENING, report);
}

function readAmount(id: string, spot: Spot, { happenings, report }: MeasureContext): Counted | undefined {
  if (!checkName(id, spot, happenings, { ...A_HAPPENING, part: 'key' }, report)) return undefined;
  const happening = happenings.declared.get(id);
  if (happening === undefined) return undefined;
  const amounts = { declared: new Map(Object.entries(happening.amounts)), whole: true };
  const amount = readName(
    spot,
    amounts,
    { code: 'measure/undeclared', noun: 'an amount of the happening' },
    report,
  );
  return amount === undefined ? undefined : { happening: id, amount };
}

/** Reads from which figure on what exceeds it is carried forward. */
function readExcess(spot: Spot, report: Report): { readonly value: number | undefined } | undefined {
  if (spot.value === undefined) return undefined;
  const shape = checkShape(spot, CARRY_SHAPE, report);
  const over = child(spot, 'excess-over');
  if (shape === undefined) return { value: undefined };
  const isFigure = typeof over.value === 'number' && Number.isFinite(over.value) && over.value >= 0;
  return {
    value: isFigure ? Number(over.value) : reportWrong(over, 'a number that is not negative', report),
  };
}

function readAdds(
  spot: Spot,
  { facts, report }: MeasureContext,
): { readonly value: string | 1 | undefined } | undefined {
  if (spot.value === undefined) return undefined;
  if (spot.value === 1) return { value: 1 };
  const naming = {
    code: 'measure/undeclared',
    noun: 'a number fact',
    hint: 'a request counts by a number fact, or as `1`',
  } as const;
  return { value: readName(spot, facts, naming, report) };
}

/** The id is checked once all measures are read. */
function readShareOf(spot: Spot, report: Report): { readonly value: string | undefined } | undefined {
  if (spot.value === undefined) return undefined;
  const isId = typeof spot.value === 'string' && spot.value !== '';
  return { value: isId ? String(spot.value) : reportWrong(spot, 'the id of a measure', report) };
}
