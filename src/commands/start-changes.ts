/** Changes, noted as they happen and waited for one at a time. */
export interface Changes {
  readonly note: () => void;
  /** Waits for a change that nobody has waited for yet, for so many milliseconds at most; whether there was one. */
  readonly wait: (ms?: number) => Promise<boolean>;
}

/** Begins with no change noted. */
export function startChanges(): Changes {
  let noted = false;
  let wake = (): void => undefined;
  return {
    note: () => {
      noted = true;
      wake();
    },
    wait: async (ms) => {
      if (!noted) {
        await new Promise<void>((resolve) => {
          const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const found = noted;
      noted = false;
      return found;
    },
  };
}
