import type { Indicator } from '../indicators/indicator';
import type { NodeId, PlanSizing, PlanTrail } from './plan';

/** What an expression stands for while a script is checked. */
export type Value =
  | { readonly kind: 'number' | 'bool'; readonly node: NodeId }
  | { readonly kind: 'string'; readonly text: string }
  /** All outputs of an indicator that has several, in catalogue order. */
  | { readonly kind: 'record'; readonly indicator: Indicator; readonly outputs: readonly NodeId[] }
  | { readonly kind: 'size'; readonly sizing: PlanSizing }
  /** A cost; a percentage also serves as a trailing distance. */
  | { readonly kind: 'percent' | 'bps'; readonly node: NodeId }
  | { readonly kind: 'trail'; readonly trail: PlanTrail }
  /** A choice among words: its number is the node's value. */
  | { readonly kind: 'choice'; readonly node: NodeId; readonly choices: readonly string[] }
  /** Another dataset by its name. */
  | { readonly kind: 'dataset'; readonly name: string }
  | { readonly kind: 'position'; readonly market: string }
  | { readonly kind: 'function' }
  | { readonly kind: 'nothing' }
  /** Follows from a mistake that was reported. */
  | { readonly kind: 'unknown' };

/** Kinds of values in words. */
export const KIND_WORDS: Readonly<Record<Value['kind'], string>> = {
  number: 'a number',
  bool: 'true or false',
  string: 'a text',
  record: 'several values',
  size: 'a size',
  percent: 'a percentage',
  bps: 'basis points',
  trail: 'a trailing distance',
  choice: 'a choice',
  dataset: 'a dataset',
  position: 'a position',
  function: 'a function',
  nothing: 'an order or a declaration',
  unknown: 'unknown',
};

/** The value after a mistake. */
export const UNKNOWN: Value = { kind: 'unknown' };

/** The result of what only acts. */
export const NOTHING: Value = { kind: 'nothing' };
