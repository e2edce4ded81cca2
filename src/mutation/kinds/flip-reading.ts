import { child, entriesOf, isMap, itemsOf, textIn, type Spot } from '../../pack/written/written.ts';
import { putting, type Mutation } from '../mutation.ts';
import type { WrittenClause, WrittenPack } from '../written-pack.ts';
import { listedIn, writtenTests } from '../written-scopes.ts';

/** Takes another option of a reading: in a scope, in what two options give, and in what the pack assumes. */
export function flipReading(written: WrittenPack): readonly Mutation[] {
  return [
    ...assumedOtherwise(written),
    ...written.clauses.flatMap(mappedOtherwise),
    ...testedOtherwise(written),
  ];
}

function assumedOtherwise({ pack, words }: WrittenPack): readonly Mutation[] {
  return pack.readings.flatMap(({ id, options, assumed }) => {
    const spot = child(child(child(words, 'readings'), id), 'assume');
    return options
      .filter(({ id: option }) => assumed !== undefined && option !== assumed.option)
      .map(({ id: option }): Mutation => ({
        id: `${id}/flip-reading/${option}`,
        kind: 'flip-reading',
        of: id,
        would: `${id} were assumed to be \`${option}\` instead of \`${assumed?.option ?? ''}\``,
        edits: [putting(spot, option)],
      }));
  });
}

function testedOtherwise(written: WrittenPack): readonly Mutation[] {
  return writtenTests(written).flatMap((test) => {
    const { of, part, owner, subject } = test;
    const options = written.pack.readings.find(({ id }) => id === subject)?.options ?? [];
    const named = listedIn(test);
    const taken = named === undefined ? '' : textIn(named);
    if (named === undefined || taken === '') return [];
    return options
      .filter(({ id }) => id !== taken)
      .map(({ id }): Mutation => ({
        id: `${of}/flip-reading/${part}.${subject}.${id}`,
        kind: 'flip-reading',
        of,
        would: `${owner} asked for \`${id}\` instead of \`${taken}\` of ${subject}`,
        edits: [putting(named, id)],
      }));
  });
}

/** Two options next to one another change places. */
function mappedOtherwise({ id, title, spot }: WrittenClause): readonly Mutation[] {
  return mappingsIn(spot, '').flatMap(({ name, reading, of }) => {
    const given = entriesOf(of);
    return given.slice(1).flatMap(([option, value], place): readonly Mutation[] => {
      const [before, other] = given[place] ?? [];
      if (before === undefined || other === undefined) return [];
      return [
        {
          id: `${id}/flip-reading/${name}.${option}`,
          kind: 'flip-reading',
          of: id,
          would: `\`${before}\` and \`${option}\` of ${reading} changed places in "${title}" (${name})`,
          edits: [putting(other, value.value), putting(value, other.value)],
        },
      ];
    });
  });
}

interface Mapping {
  readonly name: string;
  readonly reading: string;
  readonly of: Spot;
}

/** Values that hang on a reading, wherever in a clause they stand. */
function mappingsIn(spot: Spot, name: string): readonly Mapping[] {
  const reading = textIn(child(spot, 'reading'));
  const of = child(spot, 'of');
  if (reading !== '' && isMap(of.value)) return [{ name, reading, of }];
  const parts = Array.isArray(spot.value)
    ? itemsOf(spot).map((each, place) => [String(place + 1), each] as const)
    : entriesOf(spot);
  return parts.flatMap(([key, each]) =>
    key === 'when'
      ? []
      : mappingsIn(
          each,
          [name, key]
            .filter((step) => step !== '')
            .join('.')
            .replace(/^procedure\./, ''),
        ),
  );
}
