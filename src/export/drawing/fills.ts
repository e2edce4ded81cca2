/** The colour of each outcome; its word stands in it, so that nothing hangs on telling colours apart. */
export const FILLS: Readonly<Record<string, string>> = {
  prohibited: '#f4b6b0',
  conflicted: '#e3c1ee',
  'first-refusal': '#fbdfa6',
  conditional: '#fdf3c4',
  permitted: '#c3e6c5',
};
