import { findIndicator } from '../indicators/catalogue';
import type { NodeId, PlanNode } from './plan';

type Scale = 'price' | 'own' | 'any';

/** Scales of the nodes that were asked for. Nodes are only ever added to a list. */
const known = new WeakMap<readonly PlanNode[], Scale[]>();

/**
 * Where a value is drawn: over the prices when it stands on their scale (a price, an average of
 * prices, a price plus or minus something), else in a pane of its own.
 */
export function paneOf(nodes: readonly PlanNode[], id: NodeId): 'price' | 'own' {
  const scales = known.get(nodes) ?? [];
  known.set(nodes, scales);
  for (let i = scales.length; i <= id; i++) scales.push(scaleOf(nodes[i]!, scales));
  return scales[id] === 'price' ? 'price' : 'own';
}

function scaleOf(node: PlanNode, scales: readonly Scale[]): Scale {
  switch (node.op) {
    case 'constant':
    case 'param':
      return 'any';
    case 'price':
      return node.column === 'volume' || node.column === 'time' ? 'own' : 'price';
    case 'indicator': {
      const indicator = findIndicator(node.name);
      const isOfPrices = node.inputs.every(
        (input, k) => indicator?.inputs[k]?.source !== 'real' || scales[input] === 'price',
      );
      return indicator?.pane === 'price' && isOfPrices ? 'price' : 'own';
    }
    case 'history':
    case 'align':
      return scales[node.of]!;
    case 'unary':
      return ROUNDINGS.has(node.operator) ? scales[node.of]! : 'own';
    case 'state':
      return 'any';
    case 'cross':
    case 'clock':
      return 'own';
    case 'conditional':
      return scales[node.yes] === 'price' || scales[node.no] === 'price' ? 'price' : 'own';
    case 'account':
      return node.field === 'entryPrice' ? 'price' : 'own';
    case 'binary':
      return binaryScale(node.operator, scales[node.left]!, scales[node.right]!);
  }
}

const ROUNDINGS: ReadonlySet<string> = new Set(['floor', 'ceil', 'round']);

function binaryScale(operator: string, left: Scale, right: Scale): Scale {
  if (left === 'any' && right === 'any') return 'any';
  const [a, b] = [left === 'price', right === 'price'];
  if (operator === 'add') return a || b ? 'price' : 'own';
  if (operator === 'sub') return a && !b ? 'price' : 'own';
  if (operator === 'mul') return (a && right === 'any') || (b && left === 'any') ? 'price' : 'own';
  if (operator === 'div') return a && right === 'any' ? 'price' : 'own';
  return 'own';
}
