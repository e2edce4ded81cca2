import type { Request } from '../../pack/request.ts';

/** What is drawn: one actor, act and provider, as far as the facts and the day that are known leave it. */
export interface Asked {
  readonly actor: string;
  readonly act: string;
  readonly provider: string;
  /** A checked request for the same; its date counts only where one was named. */
  readonly request: Request;
  readonly isDated: boolean;
  /** True where no deal is on record, nobody is designated and the provider serves directly. */
  readonly isWithoutDeal: boolean;
}
