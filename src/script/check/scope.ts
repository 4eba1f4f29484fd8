import type { Context, Declared } from './context';

/** Walks what stands in a scope of its own. */
export function inScope(context: Context, walk: () => void): void {
  context.scopes.push(new Map());
  walk();
  const scope = context.scopes.pop()!;
  keepStates(context, scope);
  reportUnused(context, scope);
}

/** What the states of a scope are at its end is what the next bar begins with. */
export function keepStates(context: Context, scope: ReadonlyMap<string, Declared>): void {
  for (const { state, value } of scope.values()) {
    if (state !== undefined && 'node' in value) context.builder.states[state]!.next = value.node;
  }
}

/** Warns of names that nothing reads. */
export function reportUnused(context: Context, scope: ReadonlyMap<string, Declared>): void {
  for (const { identifier, used, value } of scope.values()) {
    if (!used && value.kind !== 'unknown')
      context.reporter.report('const_unused', identifier, { name: identifier.name });
  }
}
