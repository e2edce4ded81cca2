/** Is told, by work that may take long, what it does and how much of it is done. */
export type Progress = (doing: string, done?: number, of?: number) => void;

/** For whoever does not listen. */
export const unheard: Progress = () => {};
