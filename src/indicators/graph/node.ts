/** Number of a node in its graph. */
export type NodeId = number;

/** Number of a column in its graph: an input, or an output of a kernel call. */
export type ColumnId = number;

/** Operations on one number. */
export type UnaryOperation = 'abs' | 'neg' | 'sqrt' | 'floor' | 'ceil' | 'not';

/** Operations on two numbers; the comparisons give conditions, the last three take them. */
export type BinaryOperation =
  'add' | 'sub' | 'mul' | 'div' | 'min' | 'max' | 'lt' | 'le' | 'eq' | 'and' | 'or' | 'and_not';

/** What a row of an elementwise expression is made of. */
export type GraphNode =
  | { readonly op: 'column'; readonly column: ColumnId; readonly lag: number }
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: UnaryOperation; readonly of: NodeId }
  | { readonly op: BinaryOperation; readonly left: NodeId; readonly right: NodeId }
  | { readonly op: 'select'; readonly test: NodeId; readonly yes: NodeId; readonly no: NodeId };

/** Nodes that a node is computed from. */
export function operandsOf(node: GraphNode): readonly NodeId[] {
  if ('of' in node) return [node.of];
  if ('left' in node) return [node.left, node.right];
  return node.op === 'select' ? [node.test, node.yes, node.no] : [];
}
