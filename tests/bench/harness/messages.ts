import type { WorkRequest } from '../common-work/work-request.ts';
import type { DecisionTable } from '../shipped/table-line.ts';
import type { ShippedRequest } from '../shipped/shipped-request.ts';
import type { ShippedName } from './shipped-subjects.ts';
import type { SubjectName } from './subjects.ts';

/** What the bench asks of a subject's process, one question at a time. */
export type Question = Take | { readonly ask: 'time'; readonly milliseconds: number };

/** What a subject is to do: the common work, or the act of the shipped pack with the table written from it. */
export type Take =
  | { readonly ask: 'take'; readonly subject: SubjectName; readonly requests: readonly WorkRequest[] }
  | {
      readonly ask: 'take-shipped';
      readonly subject: ShippedName;
      readonly requests: readonly ShippedRequest[];
      readonly table: DecisionTable;
    };

/** What the process says to it. */
export type Reply =
  | { readonly say: 'answers'; readonly answers: readonly string[] }
  | { readonly say: 'time'; readonly nanoseconds: number }
  | { readonly say: 'failure'; readonly message: string };
