import type { PlanPatterns } from './phrase-patterns';
import {
  ARITHMETIC,
  barsText,
  compared,
  COMPARISONS,
  dateWord,
  POSITION_STATES,
  timeOfDay,
} from './phrase-words';
import type { BinaryOperator, NodeId, Plan, PlanNode } from './plan';

type Of<K extends PlanNode['op']> = Extract<PlanNode, { op: K }>;

/** 0 for a condition that holds, 1 for one that does not. */
type Form = 0 | 1;

/** What conditions need of a phrase book. */
interface Words {
  number(id: NodeId, depth?: number): string;
  truth(id: NodeId, depth?: number): string;
  untruth(id: NodeId, depth?: number): string;
  scalar(id: NodeId): number | null;
  isNamed(id: NodeId): boolean;
}

/** Puts comparisons, and what joins them, into words. */
export class ConditionWords {
  readonly #plan: Plan;
  readonly #patterns: PlanPatterns;
  readonly #words: Words;

  constructor(plan: Plan, patterns: PlanPatterns, words: Words) {
    this.#plan = plan;
    this.#patterns = patterns;
    this.#words = words;
  }

  /** `the close rises above the open`. */
  crossing({ direction, left, right }: Of<'cross'>, depth: number): string {
    const verb = direction === 'over' ? 'rises above' : 'falls below';
    return compared(this.#words.number(left, depth + 1), verb, this.#words.number(right, depth + 1));
  }

  /** A condition of some bars ago. */
  before({ of, bars }: Of<'history'>, depth: number): string {
    return `${barsText(bars)} ago ${this.#words.truth(of, depth + 1)}`;
  }

  condition(node: Of<'binary'>, form: Form, depth: number): string {
    const { operator, left, right } = node;
    const special =
      this.#session(node, form) ??
      this.#positionState(operator, left, right, form) ??
      this.#trend(node, form, depth) ??
      this.#sinceBefore(node, form, depth) ??
      this.#date(node, form);
    if (special !== null) return special;
    const verb = COMPARISONS[operator]?.[form];
    if (verb) return compared(this.#side(left, depth), verb, this.#side(right, depth));
    return this.#joined(node, depth);
  }

  /** Whether one of the conditions that a node joins holds on no bar. */
  isNever(id: NodeId): boolean {
    const node = this.#plan.nodes[id];
    if (node?.op !== 'binary' || node.operator !== 'and') return false;
    return this.#operands(node, 'and').some((part) => this.#words.scalar(part) === 0);
  }

  /** The opposite of a condition. */
  negation(of: NodeId, depth: number): string {
    const node = this.#plan.nodes[of]!;
    if (node.op === 'binary') {
      if (COMPARISONS[node.operator] || this.#patterns.session(node)) return this.condition(node, 1, depth);
      const before = this.#plan.nodes[node.left];
      if (node.left === node.right && before?.op === 'history')
        return `${barsText(before.bars)} ago ${this.#words.untruth(before.of, depth + 1)}`;
      if (node.left === node.right) return this.#words.untruth(node.left, depth);
      if (node.operator === 'and' || node.operator === 'or') return this.#opposite(node, depth);
    }
    if (node.op === 'unary' && node.operator === 'not') return this.#words.truth(node.of, depth);
    return `it is not so that ${this.#words.truth(of, depth + 1)}`;
  }

  /** Conditions joined by `and` or `or`, each once, without those that always hold. */
  #joined(node: Of<'binary'>, depth: number): string {
    const { operator } = node;
    const other = operator === 'and' ? 'or' : 'and';
    const nothing = operator === 'and' ? 1 : 0;
    const all = this.#operands(node, operator).filter((id) => this.#words.scalar(id) !== nothing);
    const parts = all.map((id) => {
      const text = this.#words.truth(id, depth + 1);
      const isOther = this.#isPlain(id, other) && text.includes(` ${other} `);
      return isOther && all.length > 1 ? `either ${text}` : text;
    });
    const isLong = parts.some((part) => part.startsWith('either '));
    const shown = operator === 'or' ? parts.map((part) => part.replace(/^either /, '')) : parts;
    return shown.join(isLong ? `, ${operator} ` : ` ${operator} `);
  }

  /** None of what `or` joins, or not all that `and` joins. */
  #opposite(node: Of<'binary'>, depth: number): string {
    const parts = this.#operands(node, node.operator).map((id) => this.#words.untruth(id, depth + 1));
    return node.operator === 'or' ? parts.join(' and ') : `either ${parts.join(' or ')}`;
  }

  /** What an operator joins, through all its levels. */
  #operands({ left, right }: Of<'binary'>, operator: BinaryOperator): NodeId[] {
    const own = (id: NodeId): NodeId[] => {
      const node = this.#plan.nodes[id]!;
      return this.#isPlain(id, operator) && node.op === 'binary' ? this.#operands(node, operator) : [id];
    };
    return [...new Set([...own(left), ...own(right)])];
  }

  /** Whether a node joins by an operator and is neither a session nor a value joined with itself. */
  #isPlain(id: NodeId, operator: BinaryOperator): boolean {
    const node = this.#plan.nodes[id];
    if (node?.op !== 'binary' || node.operator !== operator || node.left === node.right) return false;
    return this.#patterns.session(node) === null && !this.#words.isNamed(id);
  }

  #session(node: Of<'binary'>, form: Form): string | null {
    const session = this.#patterns.session(node);
    if (!session) return null;
    const hours = `between ${timeOfDay(session.from)} and ${timeOfDay(session.to)}`;
    return `the bar ${form === 0 ? 'opens' : 'does not open'} ${hours}`;
  }

  /** `a long position is open`: what a comparison of the position's size with zero means. */
  #positionState(operator: BinaryOperator, left: NodeId, right: NodeId, form: Form): string | null {
    const node = this.#plan.nodes[left];
    const before = node?.op === 'history' ? this.#plan.nodes[node.of] : undefined;
    const size = before ?? node;
    const text = POSITION_STATES[operator]?.[form];
    if (size?.op !== 'account' || size.field !== 'positionSize' || this.#words.scalar(right) !== 0 || !text)
      return null;
    const where = size.market === undefined ? '' : ` in ${size.market}`;
    const when = node?.op === 'history' ? `${barsText(node.bars)} ago ` : '';
    return `${when}${when === '' ? text : text.replace(' is ', ' was ')}${where}`;
  }

  /** `the close is above all its values of the 5 bars before`. */
  #trend(node: Of<'binary'>, form: Form, depth: number): string | null {
    const trend = this.#patterns.trend(node);
    const verb = COMPARISONS[node.operator]?.[form];
    if (!trend || !verb) return null;
    const bars = barsText(this.#words.scalar(trend.bars) ?? NaN);
    return `${this.#words.number(trend.of, depth + 1)} ${verb} all its values of the ${bars} before`;
  }

  /** `the month differs from that one bar ago`: a value against itself. */
  #sinceBefore({ operator, left, right }: Of<'binary'>, form: Form, depth: number): string | null {
    const before = this.#plan.nodes[right];
    const verb = COMPARISONS[operator]?.[form];
    if (before?.op !== 'history' || before.of !== left || !verb) return null;
    return `${this.#words.number(left, depth + 1)} ${verb} that ${barsText(before.bars)} ago`;
  }

  /** `the day of the week is Monday`. */
  #date({ operator, left, right }: Of<'binary'>, form: Form): string | null {
    const node = this.#plan.nodes[left];
    const value = this.#words.scalar(right);
    if (node?.op !== 'clock' || value === null || (operator !== 'eq' && operator !== 'ne')) return null;
    const word = dateWord(node.field, value);
    const holds = (operator === 'eq') === (form === 0);
    return word === null ? null : `${this.#words.number(left)} is ${holds ? '' : 'not '}${word}`;
  }

  /** A side of a comparison: usually a number, for `==` of conditions a truth. */
  #side(id: NodeId, depth: number): string {
    const node = this.#plan.nodes[id]!;
    const isTruth = node.op === 'cross' || (node.op === 'binary' && ARITHMETIC[node.operator] === undefined);
    return isTruth ? `(${this.#words.truth(id, depth + 1)})` : this.#words.number(id, depth + 1);
  }
}
