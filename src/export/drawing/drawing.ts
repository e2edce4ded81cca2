/** What a picture of a diagram shows, in the order in which it is written, whatever the language. */
export interface Drawing {
  readonly title: string;
  /** Above the picture: the question that it answers, and what is taken as known. */
  readonly heading: readonly string[];
  /** Beside it: which rules, and the disclaimer. */
  readonly notes: readonly string[];
  readonly digest: string;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** A question, or an outcome that the picture comes to. */
export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  /** The id by which the question is answered on the command line, where there is one. */
  readonly name?: string;
  readonly is: 'question' | 'outcome';
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}
