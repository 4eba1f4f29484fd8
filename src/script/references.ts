import type { Plan } from './plan';

/** Names of the other datasets that a plan reads or trades, each once, in order of first need. */
export function referencesOf({ frames, nodes, actions }: Plan): readonly string[] {
  const read = frames.map(({ data }) => data);
  const held = nodes.map((node) => (node.op === 'account' ? node.market : null));
  const traded = actions.map((action) => (action.kind === 'cancel' ? action.market : action.terms.market));
  return [...new Set([...read, ...held, ...traded])].filter((name) => typeof name === 'string');
}
