import type { DecisionTable } from '../shipped/table-line.ts';
import type { ShippedRequest } from '../shipped/shipped-request.ts';
import type { Subject } from './subject.ts';

/** The module of a subject that is given the act of the shipped pack as a table. */
export interface ShippedModule {
  readonly load: () => Promise<{
    readonly prepare: (table: DecisionTable) => ShippedSubject | Promise<ShippedSubject>;
  }>;
  /** True where the module needs what `install-peers.ts` installs. */
  readonly isInstalled: boolean;
  readonly nodeFlags?: readonly string[];
}

export type ShippedSubject = Subject<ShippedRequest, string>;

const MODULES = {
  'json-rules-engine': { load: () => import('../peers/shipped/json-rules-engine.ts'), isInstalled: true },
  'zen-engine': { load: () => import('../peers/shipped/zen-engine.ts'), isInstalled: true },
  'cedar-wasm': {
    load: () => import('../peers/shipped/cedar-wasm.ts'),
    isInstalled: true,
    // Without it Node 20 has been seen to abort under load.
    nodeFlags: ['--no-turbo-inline-js-wasm-calls'],
  },
  casbin: { load: () => import('../peers/shipped/casbin.ts'), isInstalled: true },
  'json-logic-engine': { load: () => import('../peers/shipped/json-logic-engine.ts'), isInstalled: true },
  decide: { load: () => import('../products/shipped-decide.ts'), isInstalled: false },
} as const satisfies Record<string, ShippedModule>;

export type ShippedName = keyof typeof MODULES;

export const SHIPPED_SUBJECTS: Readonly<Record<ShippedName, ShippedModule>> = MODULES;
