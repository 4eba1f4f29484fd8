import { childrenOf } from './canonical';
import type { NodeId, Plan, PlanNode } from './plan';

type Graph = Pick<Plan, 'nodes' | 'states'>;

/**
 * Names of the parameters that each node depends on, in order of declaration; a state depends on what it begins with
 * and on what it becomes.
 *
 * @returns  one list per node
 */
export function paramsOf(graph: Graph): readonly (readonly string[])[] {
  const order: string[] = [];
  // A bit for each parameter: `SCRIPT_LIMITS.params` keeps them within the bits of a number.
  const found = graph.nodes.map((node) => {
    if (node.op !== 'param') return 0;
    if (!order.includes(node.name)) order.push(node.name);
    return 1 << order.indexOf(node.name);
  });
  let hasChanged = order.length > 0;
  while (hasChanged) {
    hasChanged = false;
    graph.nodes.forEach((node, id) => {
      const before = found[id]!;
      const now = reads(graph, node).reduce((bits, child) => bits | found[child]!, before);
      found[id] = now;
      if (now !== before) hasChanged = graph.states.length > 0;
    });
  }
  const lists = new Map<number, readonly string[]>();
  return found.map((bits) => {
    const list = lists.get(bits) ?? order.filter((_, k) => (bits >> k) & 1);
    lists.set(bits, list);
    return list;
  });
}

/** Rows of the states that depend on the position, by what they become. */
export function accountStates(graph: Graph, rates: Plan['rates']): ReadonlySet<number> {
  if (graph.states.length === 0) return new Set();
  const isOfAccount = rates.map((rate) => rate === 'account');
  let hasChanged = true;
  while (hasChanged) {
    hasChanged = false;
    graph.nodes.forEach((node, id) => {
      if (isOfAccount[id] || !reads(graph, node).some((child) => isOfAccount[child]!)) return;
      isOfAccount[id] = true;
      hasChanged = true;
    });
  }
  const found = graph.nodes.flatMap((node, id) =>
    node.op === 'state' && isOfAccount[id] ? [node.state] : [],
  );
  return new Set(found);
}

/** Which nodes must be computed row by row, in order, as a state of their own frame stands behind them. */
export function steppedNodes({ nodes }: Pick<Plan, 'nodes'>): readonly boolean[] {
  const stepped: boolean[] = [];
  for (const node of nodes) {
    const follows = node.op !== 'align' && childrenOf(node).some((child) => stepped[child]!);
    stepped.push(node.op === 'state' || follows);
  }
  return stepped;
}

/** Rows that histories keep where values are computed bar by bar. */
export function keptRows({ nodes, rates }: Pick<Plan, 'nodes' | 'rates'>): number {
  if (!nodes.some(({ op }) => op === 'history')) return 0;
  const stepped = steppedNodes({ nodes });
  return nodes.reduce(
    (rows, node, id) =>
      node.op === 'history' && (rates[id] === 'account' || stepped[id]) ? rows + node.bars : rows,
    0,
  );
}

/** Nodes that a node is made from, those behind a state included. */
export function reads(graph: Graph, node: PlanNode): readonly NodeId[] {
  if (node.op !== 'state') return childrenOf(node);
  const { initial, next } = graph.states[node.state]!;
  return [initial, next];
}
