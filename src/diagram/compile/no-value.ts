/** Stands for a class where something is no value of the fact. */
export const NO_VALUE = -2;
