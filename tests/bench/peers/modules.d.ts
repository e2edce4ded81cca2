// What the benchmarks use of packages that a checkout does not have until the bench installs them.

declare module '@cedar-policy/cedar-wasm/nodejs' {
  interface Uid {
    readonly type: string;
    readonly id: string;
  }
  type ParseAnswer =
    | { readonly type: 'success' }
    | { readonly type: 'failure'; readonly errors: readonly { readonly message: string }[] };
  type Answer =
    | {
        readonly type: 'success';
        readonly response: {
          readonly diagnostics: { readonly reason: readonly string[]; readonly errors: readonly unknown[] };
        };
      }
    | { readonly type: 'failure'; readonly errors: readonly { readonly message: string }[] };
  export function preparsePolicySet(
    id: string,
    policies: { readonly staticPolicies: Readonly<Record<string, string>> },
  ): ParseAnswer;
  export function statefulIsAuthorized(call: {
    readonly principal: Uid;
    readonly action: Uid;
    readonly resource: Uid;
    readonly context: Readonly<Record<string, string | number>>;
    readonly preparsedPolicySetId: string;
    readonly entities: readonly unknown[];
  }): Answer;
}

declare module '@gorules/zen-engine' {
  export interface ZenDecision {
    evaluate(context: object): Promise<{ readonly result: unknown }>;
  }
  export class ZenEngine {
    createDecision(content: object): ZenDecision;
  }
}

declare module 'casbin' {
  interface Enforcer {
    addFunction(name: string, implementation: (...values: never[]) => unknown): Promise<void>;
    addPolicies(rules: readonly (readonly string[])[]): Promise<boolean>;
    enforceExSync(...values: readonly unknown[]): [boolean, string[]];
  }
  interface Model {
    readonly model: ReadonlyMap<string, unknown>;
  }
  export function newModelFromString(text: string): Model;
  export function newEnforcer(model: Model): Promise<Enforcer>;
}

declare module 'json-logic-engine' {
  export class LogicEngine {
    build(logic: unknown): (data: unknown) => unknown;
  }
}
