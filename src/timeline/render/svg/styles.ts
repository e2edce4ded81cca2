import type { Outcome } from '../../../vocabulary/outcome.ts';

/** How an outcome is drawn, on light and on dark ground: its fill, and lines that tell it without colour. */
interface Look {
  readonly light: string;
  readonly dark: string;
  /** A path in a square of eight units, repeated. */
  readonly lines: string;
}

const LOOKS: Readonly<Record<Outcome, Look>> = {
  prohibited: { light: '#f3b7ae', dark: '#7d2a22', lines: 'M0 8 8 0M-2 2 2-2M6 10 10 6' },
  conflicted: { light: '#e9b4d3', dark: '#74285a', lines: 'M0 8 8 0M0 0 8 8' },
  'first-refusal': { light: '#f9dc9c', dark: '#6d4e0c', lines: 'M4 0V8' },
  conditional: { light: '#e7e9a3', dark: '#55590f', lines: 'M0 4H8' },
  permitted: { light: '#bfe3c2', dark: '#1f5a2a', lines: '' },
  undetermined: { light: '#d6d3ea', dark: '#474269', lines: 'M2 2h1M6 6h1' },
};

/** The style sheet of a picture; its names begin with `cr-`, for it may stand in a page with styles of its own. */
export const STYLES = `
.cr-timeline { color-scheme: light dark; font: 13px system-ui, sans-serif; }
.cr-timeline text { fill: #1a1a1a; }
.cr-timeline .cr-ground { fill: #ffffff; }
.cr-timeline .cr-axis { stroke: #767676; fill: none; }
.cr-timeline .cr-guide { stroke-opacity: 0.6; }
.cr-timeline .cr-small { font-size: 12px; }
.cr-timeline .cr-title { font-size: 16px; font-weight: 600; }
.cr-timeline .cr-lines { stroke: #1a1a1a; stroke-opacity: 0.28; fill: none; }
.cr-timeline .cr-bar { stroke: #4a4a4a; stroke-width: 0.75; }
.cr-timeline .cr-word { paint-order: stroke; stroke-width: 4px; stroke-linejoin: round; }
${each(({ light }) => light)}
@media (prefers-color-scheme: dark) {
.cr-timeline text { fill: #f0f0f0; }
.cr-timeline .cr-ground { fill: #16181c; }
.cr-timeline .cr-axis { stroke: #9a9a9a; }
.cr-timeline .cr-lines { stroke: #ffffff; }
.cr-timeline .cr-bar { stroke: #b0b0b0; }
${each(({ dark }) => dark)}
}
`.trim();

function each(colourOf: (look: Look) => string): string {
  return Object.entries(LOOKS)
    .map(([outcome, look]) => {
      const colour = colourOf(look);
      return `.cr-timeline .cr-fill-${outcome} { fill: ${colour}; }\n.cr-timeline .cr-word-${outcome} { stroke: ${colour}; }`;
    })
    .join('\n');
}

/** Patterns of lines, one for each outcome. */
export const PATTERNS = Object.entries(LOOKS)
  .map(
    ([outcome, { lines }]) =>
      `<pattern id="cr-lines-${outcome}" width="8" height="8" patternUnits="userSpaceOnUse"><path class="cr-lines" d="${lines}"/></pattern>`,
  )
  .join('\n');
