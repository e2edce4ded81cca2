import type { Readable, Writable } from 'node:stream';

/** What a command touches of the world around it. `cli.ts` passes the process's own; tests pass theirs. */
export interface Surroundings {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether stdout is a terminal. */
  readonly isTerminal: boolean;
  /** Whether stderr is one; left out, it is not. */
  readonly stderrIsTerminal?: boolean;
  /** The terminal's width, where there is one. */
  readonly columns?: number | undefined;
  /** Today as an ISO day, where the machine stands; what is recorded without a day is recorded on it. */
  readonly today: () => string;
  /** Where people can be asked: there only if stdin and stderr are terminals. */
  readonly terminal?:
    { readonly input: Readable; readonly output: Writable & { columns?: number; rows?: number } } | undefined;
  /** Has a command that would go on for ever told when the user has had enough; left out, nobody can say so. */
  readonly onInterrupt?: (stop: () => void) => void;
}

/** Surroundings in which people can be asked. */
export type Attended = Surroundings & { readonly terminal: NonNullable<Surroundings['terminal']> };

export interface Sink {
  write(text: string): unknown;
}
