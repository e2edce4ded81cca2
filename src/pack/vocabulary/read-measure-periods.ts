import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { WHICH_PERIODS, type Over, type Which } from '../../vocabulary/measure.ts';
import { checkShape } from '../forms/check-shape.ts';
import { complete, optional, required } from '../forms/complete.ts';
import { readDay } from '../forms/read-day.ts';
import { readDuration } from '../forms/read-duration.ts';
import type { Report } from '../written/report.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import { OVER_SHAPES } from './vocabulary-shapes.ts';

type Form = keyof typeof OVER_SHAPES;

const FORMS = Object.keys(OVER_SHAPES) as readonly Form[];

/** Reads the periods over which a measure counts. */
export function readOver(spot: Spot, report: Report): Over | undefined {
  const { value } = spot;
  if (!isMap(value)) return undefined;
  const [form, second] = FORMS.filter((each) => Object.hasOwn(value, each));
  if (form === undefined || second !== undefined) {
    const hint = `write one of ${listed(FORMS)}, such as \`{ every: 1 year, from: 2025-01-01 }\``;
    return report('measure/bad-period', spot, '`over` names no periods that could be counted', { hint });
  }
  const shape = checkShape(spot, OVER_SHAPES[form], report);
  const over = readForm(spot, form, report);
  return shape === undefined ? undefined : over;
}

function readForm(spot: Spot, form: Form, report: Report): Over | undefined {
  const day = (each: Spot) => readDay(each, report);
  const length = (each: Spot) => readDuration(each, report);
  const lasting = optional(spot, 'lasting', 'lasting', length);
  switch (form) {
    case 'every':
      return complete({
        is: form,
        step: required(spot, 'every', length),
        from: required(spot, 'from', day),
        ...lasting,
      });
    case 'calendar': {
      const unit = (['month', 'quarter', 'year'] as const).find(
        (each) => each === child(spot, 'calendar').value,
      );
      return complete({ is: form, unit, ...optional(spot, 'from', 'from', day), ...lasting });
    }
    case 'trailing':
      return complete({ is: form, lasting: required(spot, 'trailing', length) });
    case 'since':
      return complete({ is: form, from: required(spot, 'since', day) });
  }
}

/** Reads which period is meant. What runs up to the day of the request has only one. */
export function readIn(spot: Spot, over: Spot, report: Report): Which | undefined {
  const { value } = spot;
  const hasOne = child(over, 'trailing').value !== undefined || child(over, 'since').value !== undefined;
  if (value === undefined) {
    if (hasOne || !isMap(over.value)) return { is: 'current' };
    return report('measure/bad-period', over, 'a measure with periods does not say which is meant', {
      hint: `write \`in\` with ${listed([...WHICH_PERIODS])}, or \`{ low-for: 6 }\``,
    });
  }
  if (hasOne) {
    const message = '`in` picks a period, and what runs up to the day of the request is one';
    return report('measure/unfit-part', spot, message, { part: 'key' });
  }
  const word = WHICH_PERIODS.find((each) => each === value);
  return word === undefined ? readRun(spot, report) : { is: word };
}

function readRun(spot: Spot, report: Report): Which | undefined {
  const keys = isMap(spot.value) ? Object.keys(spot.value) : [];
  const is = (['low-for', 'high-for'] as const).find((each) => keys.length === 1 && keys[0] === each);
  const periods = is === undefined ? undefined : child(spot, is).value;
  if (
    is !== undefined &&
    typeof periods === 'number' &&
    Number.isInteger(periods) &&
    periods >= 2 &&
    periods <= 1000
  )
    return { is, periods };
  const hint = `write ${listed([...WHICH_PERIODS])}, or \`{ low-for: 6 }\` or \`{ high-for: 6 }\` for six in a row`;
  return report('measure/bad-period', spot, `${inBackticks('in')} names no period`, { hint });
}
