import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { complete, completeList, required } from '../forms/complete.ts';
import { readText, readWord } from '../forms/read-text.ts';
import { relatedTo, type Report } from '../written/report.ts';
import { child, itemsOf, type Spot } from '../written/written.ts';
import { SUPPRESSIBLE, SUPPRESSION_SHAPE } from './promise-shapes.ts';
import type { Suppression } from './promise.ts';

/** Resolves the findings that a pack lets stand, each with its reason. */
export function resolveSuppressions(list: Spot, report: Report): readonly Suppression[] | undefined {
  if (list.value === undefined) return [];
  const items = itemsOf(list);
  if (items.length === 0) return reportWrong(list, 'a list', report);
  const suppressions = completeList(items.map((spot) => resolveSuppression(spot, report)));
  checkUnique(items, suppressions ?? [], report);
  return suppressions;
}

function resolveSuppression(spot: Spot, report: Report): Suppression | undefined {
  const shape = checkShape(spot, SUPPRESSION_SHAPE, report);
  const code = required(spot, 'code', (each) => readWord(each, SUPPRESSIBLE, report));
  const read = (key: string) => required(spot, key, (each) => readText(each, report));
  return shape && complete({ code, of: read('of'), because: read('because') });
}

function checkUnique(items: readonly Spot[], suppressions: readonly Suppression[], report: Report): void {
  const first = new Map<string, Spot>();
  for (const [place, { code, of }] of suppressions.entries()) {
    const item = items[place];
    if (item === undefined) continue;
    const before = first.get(`${code} ${of}`);
    if (before === undefined) first.set(`${code} ${of}`, item);
    else {
      const related = [relatedTo(before, 'it stands here before')];
      report('shape/repeated', child(item, 'of'), `\`${code}\` of \`${of}\` is suppressed twice`, {
        related,
      });
    }
  }
}
