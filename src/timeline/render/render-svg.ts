import type { Timeline } from '../timeline.ts';
export function renderSvg(_timeline: Timeline): string {
  return '';
}
