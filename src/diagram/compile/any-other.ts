/** The candidate that stands for all that no clause tells apart. */
export const ANY_OTHER = 'other';
