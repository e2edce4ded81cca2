import type { Pack } from '../pack.ts';
import { clauseDefinitions, sharedDefinitions } from './clause-definitions.ts';
import { instrumentSchema } from './instrument-schema.ts';
import { documentOf, ref, type Definitions, type JsonSchema } from './json-schema.ts';
import { factDefinitions, packSchema } from './pack-schema.ts';
import { requestDefinitions } from './request-schema.ts';
import { scenarioDefinitions, scenariosSchema } from './scenarios-schema.ts';
import { scopeDefinitions } from './scope-definitions.ts';
import { wordDefinitions } from './word-definitions.ts';

/** The kinds of documents that are written about a pack: its words, its instruments, and questions to it. */
export const DOCUMENT_KINDS = ['pack', 'instrument', 'request', 'scenarios'] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/**
 * Gives for each kind of document a JSON Schema, draft 7, that knows the words of one pack. It accepts whatever the
 * loader accepts of such a document, and more: what takes two places to see, such as an id that stands twice, it
 * cannot see.
 */
export function schemasOfPack(pack: Pack): Readonly<Record<DocumentKind, JsonSchema>> {
  const words: Definitions = {
    ...wordDefinitions(pack, 'declared'),
    ...scopeDefinitions(pack, 'declared'),
    ...clauseDefinitions(),
    ...requestDefinitions(pack),
    ...scenarioDefinitions(pack),
  };
  const declaring: Definitions = {
    ...wordDefinitions(pack, 'any'),
    ...scopeDefinitions(pack, 'any'),
    ...factDefinitions(),
    ...sharedDefinitions(),
  };
  return {
    pack: documentOf(headOf(pack, 'the words of the pack'), packSchema(), declaring),
    instrument: documentOf(headOf(pack, 'an instrument'), instrumentSchema(), words),
    request: documentOf(headOf(pack, 'a request'), { allOf: [ref('request')] }, words),
    scenarios: documentOf(headOf(pack, 'scenarios'), scenariosSchema(pack), words),
  };
}

function headOf({ title }: Pack, what: string): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Written by `compute-rights check --schema`. Do not edit.',
    title: `${title}: ${what}`,
  };
}
