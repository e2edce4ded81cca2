import { describe, expect, test } from 'vitest';
import { readSource } from '../architecture/read-source.ts';
import { clausePacks } from '../support/clause-packs.ts';

const packs = await clausePacks();
const names = new Set(packs.flatMap(({ pack }) => pack.parties.flatMap(({ name }) => properNamesIn(name))));
const source = readSource();

describe('the parties of real clauses', () => {
  test('have proper names, and stand-ins have none', () => {
    expect(names.size).toBeGreaterThan(50);
    expect(properNamesIn('An affiliate of ExxonMobil')).toEqual(['ExxonMobil']);
    expect(properNamesIn('The Tube Media')).toEqual(['Tube Media']);
    expect(properNamesIn('Any third party')).toEqual([]);
  });

  test('are found where they are named', () => {
    expect(namedIn('if (holder === "tube-media") return', ['Tube Media'])).toEqual(['Tube Media']);
    expect(namedIn('a vertex of the graph', ['Vertex Energy'])).toEqual([]);
  });

  test('are named nowhere in src', () => {
    expect(source.length).toBeGreaterThan(30);
    const named = source.flatMap(({ path, text }) =>
      namedIn(`${path}\n${text}`, [...names]).map((name) => `${path} names ${name}`),
    );
    expect(named).toEqual([]);
  });
});

describe('the numbers of real clauses', () => {
  test('stand nowhere in src', () => {
    const numbered = source.filter(({ text }) => /\bD(?:0[1-9]|[1-5]\d|60)\b/u.test(text));
    expect(numbered.map(({ path }) => path)).toEqual([]);
  });
});

/** Words in a row that begin with a capital letter, without an article before them. */
function properNamesIn(name: string): readonly string[] {
  const runs = name.match(/[A-Z][\w.]*(?: [A-Z][\w.]*)*/gu) ?? [];
  return runs.map((run) => run.replace(/^(?:An?|Another|Any|The)(?: |$)/u, '')).filter((run) => run !== '');
}

/** The names that a text has, in any case and however their words are joined. */
function namedIn(text: string, wanted: readonly string[]): readonly string[] {
  return wanted.filter((name) => {
    const words = name.split(/[ .]/u).join('[ ._-]?');
    return new RegExp(`\\b${words}\\b`, 'iu').test(text);
  });
}
