import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { loadPackFiles } from '../../../src/pack/load-pack.ts';
import type { Procedure } from '../../../src/pack/procedure.ts';
import { complaintsOf } from '../../support/schema-complaints.ts';
import { clauseOf, goodPack, goodTexts, instrumentOf } from '../good-pack.ts';

const right = 'kind: first-refusal, holder: seller, grantor: buyer, act: procure';
const ofGoodPack = complaintsOf(goodPack());

/** The procedure of a first right over the good pack, given as flow YAML: `response: { within: none }`. */
export function procedureOf(yaml: string): Procedure {
  const { procedure } = clauseOf(`${right}, procedure: { ${yaml} }`);
  if (procedure === undefined) throw new Error('the clause has no procedure');
  return procedure;
}

/** What the loader says about such a procedure: code, the text from the marked place on, and the hint. */
export function saidAbout(
  yaml: string,
): readonly { readonly code: string; readonly at: string; readonly hint: string }[] {
  const text = instrumentOf(`${right}, procedure: { ${yaml} }`);
  const loaded = loadPackFiles({ ...goodTexts, 'extra.yaml': text });
  const diagnostics = loaded.ok ? [] : loaded.diagnostics;
  return diagnostics.map((each) => ({ code: each.code, at: textAt(text, each), hint: each.hint ?? '' }));
}

/** What the schema of an instrument of the good pack has against such a procedure. */
export function schemaAgainst(yaml: string): readonly string[] {
  return ofGoodPack('instrument', instrumentOf(`${right}, procedure: { ${yaml} }`));
}

function textAt(text: string, { place }: Diagnostic): string {
  if (place === undefined) throw new Error('the diagnostic has no place');
  return (text.split('\n')[place.line - 1] ?? '').slice(place.column - 1);
}
