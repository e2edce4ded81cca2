import type { Pack } from '../../pack/pack.ts';
import type { Mutation } from '../mutation.ts';
import { failsOn, isRefused, type Trial } from './trial.ts';
import { mayMatter, type WhatChanged } from './what-changed.ts';

/** Looks for a scenario that fails of mutants, and remembers which did: they are tried first on what is like it. */
export interface KillerSearch {
  /** Those that may fail of a mutant, the likeliest first. */
  readonly order: (mutation: Mutation, changed: WhatChanged, mutant: Pack) => readonly Trial[];
  /** The first of some that fails. */
  readonly among: (trials: readonly Trial[], mutation: Mutation, mutant: Pack) => Promise<Trial | undefined>;
}

/** Prepares to look. */
export function killerSearch(trials: readonly Trial[]): KillerSearch {
  const kills = new Map<string, Map<Trial, number>>();
  const killsIn = (of: string): Map<Trial, number> => {
    const own = kills.get(of) ?? new Map<Trial, number>();
    kills.set(of, own);
    return own;
  };
  return {
    order: (mutation, changed, mutant) => {
      const own = killsIn(mutation.of);
      const ids = new Set(changed.clauses.map(({ clause }) => clause.id));
      const days = changed.clauses.map(({ possiblyFrom }) => possiblyFrom);
      const score = (trial: Trial): number =>
        (own.get(trial) ?? 0) * KILLED +
        [...trial.governing].filter((id) => ids.has(id)).length * GOVERNS -
        distance(trial, days);
      return trials
        .filter((trial) => isConcerned(trial, changed, mutant))
        .map((trial) => ({ trial, score: score(trial) }))
        .toSorted((one, other) => other.score - one.score)
        .map(({ trial }) => trial);
    },
    among: async (chosen, { of }, mutant) => {
      for (const trial of chosen) {
        if (!(await failsOn(trial, mutant))) continue;
        const own = killsIn(of);
        own.set(trial, (own.get(trial) ?? 0) + 1);
        return trial;
      }
      return undefined;
    },
  };
}

const KILLED = 4;
const GOVERNS = 2;

/** What names a clause is concerned where the clause is gone. */
function isConcerned(trial: Trial, changed: WhatChanged, mutant: Pack): boolean {
  const { request } = trial;
  if (request !== undefined && mayMatter(changed, request)) return true;
  return changed.areRenamed && isRefused(trial, mutant);
}

/** How far the day of a request is from those on which something changed begins, up to 1: near days tell most. */
function distance({ request }: Trial, days: readonly number[]): number {
  if (request === undefined || days.length === 0) return 1;
  const nearest = Math.min(...days.map((day) => Math.abs(day - request.date)));
  return nearest / (nearest + DAYS);
}

const DAYS = 30;
