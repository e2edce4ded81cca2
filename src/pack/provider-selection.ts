/** The candidates that a clause names, by party id; `all-but` takes in those of whom the pack has never heard. */
export type ProviderSelection =
  | { readonly is: 'any' }
  | { readonly is: 'only'; readonly parties: readonly string[] }
  | { readonly is: 'all-but'; readonly parties: readonly string[] };
