import type { Subject } from './subject.ts';

/** The module of a subject, loaded in the subject's own process, and what that process needs to be told. */
export interface SubjectModule {
  readonly load: () => Promise<{ readonly prepare: () => Subject | Promise<Subject> }>;
  /** True where the module needs what `install-peers.ts` installs. */
  readonly isInstalled?: boolean;
  readonly nodeFlags?: readonly string[];
}

/** What other people would use, or write. */
const PEERS = {
  'json-rules-engine': { load: () => import('../peers/json-rules-engine.ts'), isInstalled: true },
  'zen-engine': { load: () => import('../peers/zen-engine.ts'), isInstalled: true },
  'cedar-wasm': {
    load: () => import('../peers/cedar-wasm.ts'),
    isInstalled: true,
    // Without it Node 20 has been seen to abort under load.
    nodeFlags: ['--no-turbo-inline-js-wasm-calls'],
  },
  casbin: { load: () => import('../peers/casbin.ts'), isInstalled: true },
  'json-logic-engine': { load: () => import('../peers/json-logic-engine.ts'), isInstalled: true },
  'hand-written over objects': { load: () => import('../peers/hand-written-objects.ts') },
  'hand-written over columns': { load: () => import('../peers/hand-written-columns.ts') },
} as const satisfies Record<string, SubjectModule>;

/** Ours. */
const PRODUCT: Readonly<Partial<Record<ProductName, SubjectModule>>> = {
  decide: { load: () => import('../products/decide.ts') },
  explained: { load: () => import('../products/explained.ts') },
  decideColumns: { load: () => import('../products/decide-columns.ts') },
  'exported module': { load: () => import('../products/exported-module.ts') },
};

export type PeerName = keyof typeof PEERS;
export type ProductName = 'decide' | 'decideColumns' | 'exported module' | 'explained';
export type SubjectName = PeerName | ProductName;

export const SUBJECTS: Readonly<Partial<Record<SubjectName, SubjectModule>>> = { ...PEERS, ...PRODUCT };
