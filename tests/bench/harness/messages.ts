import type { WorkOutcome, WorkRequest } from '../common-work/work-request.ts';
import type { SubjectName } from './subjects.ts';

/** What the bench asks of a subject's process, one question at a time. */
export type Question =
  | { readonly ask: 'take'; readonly subject: SubjectName; readonly requests: readonly WorkRequest[] }
  | { readonly ask: 'time'; readonly milliseconds: number };

/** What the process says to it. */
export type Reply =
  | { readonly say: 'answers'; readonly answers: readonly WorkOutcome[] }
  | { readonly say: 'time'; readonly nanoseconds: number }
  | { readonly say: 'failure'; readonly message: string };
