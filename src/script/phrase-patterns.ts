import type { NodeId, Plan, PlanNode } from './plan';

type Of<K extends PlanNode['op']> = Extract<PlanNode, { op: K }>;

/** What a choice between two values was lowered from (`helpers.ts`, `PlanBuilder`). */
export type ChoicePattern =
  | { readonly kind: 'smaller' | 'larger'; readonly of: NodeId; readonly other: NodeId }
  | { readonly kind: 'size'; readonly of: NodeId }
  | { readonly kind: 'instead'; readonly of: NodeId; readonly instead: NodeId }
  | { readonly kind: 'bars_since'; readonly condition: NodeId }
  | {
      readonly kind: 'value_when';
      readonly condition: NodeId;
      readonly of: NodeId;
      readonly earlier: number;
    };

/** A value against its own extreme of the bars before, as of `rising` and `falling`. */
export interface ExtremePattern {
  readonly of: NodeId;
  readonly bars: NodeId;
}

/** Recognises in lowered nodes the helpers that they were written as. */
export class PlanPatterns {
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** The helper behind a conditional node; null when it is a choice as it stands. */
  choice(id: NodeId): ChoicePattern | null {
    const node = this.#plan.nodes[id];
    if (node?.op !== 'conditional') return null;
    return (
      this.#extreme(node) ??
      this.#size(node) ??
      this.#instead(node) ??
      this.#barsSince(id, node) ??
      this.#valueWhen(id, node)
    );
  }

  /** `x` of `change(x, bars)`. */
  change({ operator, left, right }: Of<'binary'>): { of: NodeId; bars: number } | null {
    const before = this.#plan.nodes[right];
    const isChange = operator === 'sub' && before?.op === 'history' && before.of === left;
    return isChange ? { of: left, bars: before.bars } : null;
  }

  /** `rising(x, bars)` or `falling(x, bars)`. */
  trend({ operator, left, right }: Of<'binary'>): ExtremePattern | null {
    const extreme = this.#plan.nodes[right];
    const name = operator === 'gt' ? 'max' : operator === 'lt' ? 'min' : null;
    if (name === null || extreme?.op !== 'indicator' || extreme.name !== name) return null;
    const before = this.#plan.nodes[extreme.inputs[0]!];
    const isOwn = before?.op === 'history' && before.of === left && before.bars === 1;
    return isOwn ? { of: left, bars: extreme.params[0]! } : null;
  }

  /** Minutes of the day of `inSession`, as `from` and `to`. */
  session({ operator, left, right }: Of<'binary'>): { from: number; to: number } | null {
    if (operator !== 'and' && operator !== 'or') return null;
    const after = this.#plan.nodes[left];
    const before = this.#plan.nodes[right];
    if (after?.op !== 'binary' || before?.op !== 'binary' || after.left !== before.left) return null;
    if (after.operator !== 'ge' || before.operator !== 'lt' || !this.#isMinuteOfDay(after.left)) return null;
    const [from, to] = [this.#constant(after.right), this.#constant(before.right)];
    return from === null || to === null ? null : { from, to };
  }

  #constant(id: NodeId): number | null {
    const node = this.#plan.nodes[id];
    return node?.op === 'constant' ? node.value : null;
  }

  #isMinuteOfDay(id: NodeId): boolean {
    const sum = this.#plan.nodes[id];
    if (sum?.op !== 'binary' || sum.operator !== 'add') return false;
    const [hours, minute] = [this.#plan.nodes[sum.left], this.#plan.nodes[sum.right]];
    return (
      hours?.op === 'binary' &&
      hours.operator === 'mul' &&
      minute?.op === 'clock' &&
      minute.field === 'minute'
    );
  }

  #extreme({ test, yes, no }: Of<'conditional'>): ChoicePattern | null {
    const first = this.#plan.nodes[test];
    const second = this.#plan.nodes[no];
    if (first?.op !== 'binary' || second?.op !== 'conditional') return null;
    const isChoice = first.left === yes && first.right === second.yes;
    if (!isChoice || !Number.isNaN(this.#constant(second.no) ?? 0)) return null;
    if (first.operator !== 'le' && first.operator !== 'ge') return null;
    return { kind: first.operator === 'le' ? 'smaller' : 'larger', of: yes, other: second.yes };
  }

  #size({ test, yes, no }: Of<'conditional'>): ChoicePattern | null {
    const negative = this.#plan.nodes[yes];
    const sign = this.#plan.nodes[test];
    const isAbs =
      negative?.op === 'unary' && negative.of === no && sign?.op === 'binary' && sign.operator === 'lt';
    return isAbs ? { kind: 'size', of: no } : null;
  }

  #instead({ test, yes, no }: Of<'conditional'>): ChoicePattern | null {
    const known = this.#plan.nodes[test];
    const isKnown =
      known?.op === 'binary' && known.operator === 'eq' && known.left === yes && known.right === yes;
    return isKnown ? { kind: 'instead', of: yes, instead: no } : null;
  }

  #barsSince(id: NodeId, { test, yes, no }: Of<'conditional'>): ChoicePattern | null {
    const sum = this.#plan.nodes[no];
    if (sum?.op !== 'binary' || sum.operator !== 'add' || this.#constant(sum.right) !== 1) return null;
    const isCount = this.#constant(yes) === 0 && this.#keeps(sum.left, id);
    return isCount ? { kind: 'bars_since', condition: test } : null;
  }

  #valueWhen(id: NodeId, { test, yes, no }: Of<'conditional'>): ChoicePattern | null {
    if (!this.#keeps(no, id)) return null;
    const earlier = this.#plan.nodes[yes];
    if (earlier?.op !== 'state') return { kind: 'value_when', condition: test, of: yes, earlier: 0 };
    const before = this.choice(this.#plan.states[earlier.state]!.next);
    const isSame = before?.kind === 'value_when' && before.condition === test;
    return isSame ? { ...before, earlier: before.earlier + 1 } : null;
  }

  /** Whether a node is a state without a beginning that becomes `next`. */
  #keeps(id: NodeId, next: NodeId): boolean {
    const node = this.#plan.nodes[id];
    if (node?.op !== 'state') return false;
    const state = this.#plan.states[node.state]!;
    return state.next === next && Number.isNaN(this.#constant(state.initial) ?? 0);
  }
}
