import { Ajv, type ValidateFunction } from 'ajv';
import type { Pack } from '../../src/pack/pack.ts';
import { DOCUMENT_KINDS, schemasOfPack, type DocumentKind } from '../../src/pack/schema/schemas-of-pack.ts';
import { readYaml } from '../../src/pack/written/read-yaml.ts';

/** Says what a schema has against a text of some kind: nothing, or where and what. */
export type Complaints = (kind: DocumentKind, text: string) => readonly string[];

/** Makes validators of a pack's schemas, which are schemas themselves: no unknown keyword, no reference to nothing. */
export function complaintsOf(pack: Pack): Complaints {
  const schemas = schemasOfPack(pack);
  return complaintsBy((kind) => schemas[kind]);
}

export function complaintsBy(schemaOf: (kind: DocumentKind) => object): Complaints {
  const validators = new Map(DOCUMENT_KINDS.map((kind) => [kind, compiled(schemaOf(kind))]));
  return (kind, text) => {
    const validate = validators.get(kind);
    const read = readYaml(text, `${kind}.yaml`);
    if (validate === undefined) throw new Error(`there is no schema of a ${kind}`);
    // Validators read plain objects, as an editor has them.
    if (!read.ok || validate(JSON.parse(JSON.stringify(read.value.data)))) return [];
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
  };
}

function compiled(schema: object): ValidateFunction {
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
    inlineRefs: false,
    code: { optimize: false },
  });
  for (const shown of ['enumDescriptions', 'patternErrorMessage']) ajv.addKeyword(shown);
  return ajv.compile(schema);
}
