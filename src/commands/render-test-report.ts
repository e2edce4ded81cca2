import type { Listing } from '../regression/list-cases.ts';
import type { Report } from '../regression/report.ts';
import { asJson } from './format-option.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';

/** How the result of a run may be written. */
export const TEST_FORMATS = ['text', 'json', 'junit', 'tap', 'github'] as const;

export type TestFormat = (typeof TEST_FORMATS)[number];

/** Writes what came of scenarios in the form asked for. */
export async function renderTestReport(
  report: Report,
  format: TestFormat,
  surroundings: Surroundings,
): Promise<string> {
  switch (format) {
    case 'json':
      return asJson(report);
    case 'junit':
      return (await import('../regression/reporters/junit-report.ts')).junitReport(report);
    case 'tap':
      return (await import('../regression/reporters/tap-report.ts')).tapReport(report);
    case 'github':
      return (await import('../regression/reporters/github-report.ts')).githubReport(report);
    case 'text': {
      const { textReport } = await import('../regression/reporters/text-report.ts');
      const { wrapText } = await import('../explanation/wrap-text.ts');
      const { width } = textLayout(surroundings);
      return textReport(report, (line, indent, hanging) => wrapText(line, width, indent, hanging));
    }
  }
}

/** Writes which scenarios there are. */
export async function renderListing(listing: Listing, format: TestFormat): Promise<string> {
  if (format === 'json') return asJson(listing);
  return (await import('../regression/list-cases.ts')).renderListing(listing);
}
