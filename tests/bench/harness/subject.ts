import type { WorkOutcome, WorkRequest } from '../common-work/work-request.ts';

/** One way to do the common work. Every module of `peers` exports one, prepared once in a process of its own. */
export interface Subject<Request = WorkRequest, Outcome extends string = WorkOutcome> {
  /** Reads the requests into the subject's own form. Neither this nor what was prepared before is timed. */
  readonly take: (requests: readonly Request[]) => Course<Outcome>;
}

/** The requests as a subject takes them, ready to be decided over and over. */
export interface Course<Outcome extends string = string> {
  readonly answers: () => readonly Outcome[] | Promise<readonly Outcome[]>;
  /** Makes at least so many decisions and gives how many it made. */
  readonly run: (decisions: number) => number | Promise<number>;
}

/** How one request is read into a subject's own form, and how it is decided. */
interface OneByOne<Request, Form, Answer> {
  readonly read: (request: Request) => Form;
  readonly decide: (form: Form) => Answer;
}

/** A subject that answers at once, one request at a time. */
export function answeringAtOnce<Form, Request = WorkRequest, Outcome extends string = WorkOutcome>({
  read,
  decide,
}: OneByOne<Request, Form, Outcome>): Subject<Request, Outcome> {
  return {
    take: (requests) => {
      const forms = requests.map(read);
      let at = 0;
      return {
        answers: () => forms.map(decide),
        run: (decisions) => {
          for (let made = 0; made < decisions; made += 1) {
            sink += decide(forms[at] as Form).length;
            at = at + 1 === forms.length ? 0 : at + 1;
          }
          return decisions;
        },
      };
    },
  };
}

/** A subject that promises its answers, each awaited before the next is asked for. */
export function answeringLater<Form, Request = WorkRequest, Outcome extends string = WorkOutcome>({
  read,
  decide,
}: OneByOne<Request, Form, Promise<Outcome>>): Subject<Request, Outcome> {
  return {
    take: (requests) => {
      const forms = requests.map(read);
      let at = 0;
      return {
        answers: async () => {
          const answers: Outcome[] = [];
          for (const form of forms) answers.push(await decide(form));
          return answers;
        },
        run: async (decisions) => {
          for (let made = 0; made < decisions; made += 1) {
            sink += (await decide(forms[at] as Form)).length;
            at = at + 1 === forms.length ? 0 : at + 1;
          }
          return decisions;
        },
      };
    },
  };
}

/** How all requests are read into columns, decided in one call, and what the numbers in the answer mean. */
interface InColumns<Columns> {
  readonly read: (requests: readonly WorkRequest[]) => Columns;
  readonly decide: (columns: Columns) => Uint8Array;
  readonly outcomes: readonly WorkOutcome[];
}

/** A subject that decides all requests in one call. */
export function answeringInColumns<Columns>({ read, decide, outcomes }: InColumns<Columns>): Subject {
  return {
    take: (requests) => {
      const columns = read(requests);
      return {
        answers: () => Array.from(decide(columns), (code) => outcomes[code] as WorkOutcome),
        run: (decisions) => {
          const calls = Math.ceil(decisions / requests.length);
          for (let call = 0; call < calls; call += 1) sink += decide(columns)[call % requests.length] ?? 0;
          return calls * requests.length;
        },
      };
    },
  };
}

/** What became of all answers, so that none is optimised away: whoever times looks at it. */
export let sink = 0;
