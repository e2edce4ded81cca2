import { Document, isScalar, visit } from 'yaml';
import type { ActExpectation, Expectation, Scenario } from '../scenario.ts';

/** A scenario as it is to be written: a request as a request document, and what must come of it for each provider. */
export interface ScenarioToWrite extends Pick<Scenario, 'id' | 'why'> {
  readonly request: Readonly<Record<string, unknown>>;
  readonly assumptions?: Scenario['assumptions'];
  readonly expect: Readonly<Record<string, Expectation>>;
}

/** Lines are broken here where they can be. */
const WIDTH = 80;

/** Writes an entry of `scenarios`, indented as it stands in a file: paste it below the others. */
export function writeScenario({ id, why, request, assumptions, expect }: ScenarioToWrite): string {
  const entry = {
    id,
    ...(why !== undefined && { why }),
    request,
    ...(assumptions === 'open' && { assumptions }),
    expect: mapValues(expect, ({ acts, ...own }) => ({
      ...written(own),
      ...(acts !== undefined && { acts: mapValues(acts, written) }),
    })),
  };
  const document = new Document(
    { scenarios: [entry] },
    { version: '1.2', schema: 'core', aliasDuplicateObjects: false },
  );
  visit(document, {
    Seq: (_key, list) => void (list.flow = list.items.every((item) => isScalar(item))),
    Collection: (_key, each) => void (each.flow = each.flow === true || each.items.length === 0),
  });
  const text = document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
  return text.slice(text.indexOf('\n') + 1);
}

function written({ turnsOn, ...rest }: ActExpectation): object {
  return { ...rest, ...(turnsOn !== undefined && { 'turns-on': turnsOn }) };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  to: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
