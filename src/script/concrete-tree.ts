import type { NodeType, Tree } from '@lezer/common';
import type { Span } from './reporter';

/** A node of the syntax tree with its children; recovery points are left out. */
export interface ConcreteNode extends Span {
  readonly type: NodeType;
  readonly name: string;
  readonly children: readonly ConcreteNode[];
}

/** A syntax tree that was walked once. */
export interface ConcreteTree {
  /** The one that was walked. */
  readonly tree: Tree;
  readonly root: ConcreteNode;
  /** Names that are read or declared, those of members and options left out; in order of the text. */
  readonly names: readonly ConcreteNode[];
  /** Whether the parser had to recover somewhere. */
  readonly hasErrors: boolean;
}

interface OpenNode extends ConcreteNode {
  readonly children: ConcreteNode[];
}

/** Reads a tree of any depth in one walk, which costs less than to ask the parser's nodes for their children again and again. */
export function concreteTree(tree: Tree): ConcreteTree {
  const names: ConcreteNode[] = [];
  const open: OpenNode[] = [];
  let hasErrors = false;
  tree.iterate({
    enter({ type, from, to }) {
      const { name } = type;
      const node: OpenNode = { type, name, from, to, children: [] };
      const parent = open.at(-1);
      open.push(node);
      if (type.isError) hasErrors = true;
      else {
        parent?.children.push(node);
        if (name === 'Name' && parent?.name !== 'PropertyName') names.push(node);
      }
    },
    leave() {
      if (open.length > 1) open.pop();
    },
  });
  return { tree, root: open[0]!, names, hasErrors };
}

/** The first child of a type or group of types. */
export const childOf = (node: ConcreteNode | undefined, type: string): ConcreteNode | undefined =>
  node?.children.find((child) => child.type.is(type));

/** All children of a type or group of types. */
export const childrenOf = (node: ConcreteNode | undefined, type: string): readonly ConcreteNode[] =>
  node?.children.filter((child) => child.type.is(type)) ?? [];
