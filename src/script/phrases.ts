import { BINARY, UNARY } from './arithmetic';
import type { ParameterValues } from './column-evaluator';
import { ConditionWords } from './condition-words';
import { indicatorWords } from './indicator-words';
import { NamedValues } from './named-values';
import { PlanPatterns, type ChoicePattern } from './phrase-patterns';
import {
  ACCOUNT_WORDS,
  ARITHMETIC,
  barsText,
  CLOCK_WORDS,
  countText,
  frameWords,
  numberText,
  percentText,
  UNARY_WORDS,
  variantPhrase,
} from './phrase-words';
import type { NodeId, Plan, PlanNode } from './plan';

/** Levels of nesting that are put into words. */
const MAX_DEPTH = 6;

type Of<K extends PlanNode['op']> = Extract<PlanNode, { op: K }>;

/** Puts the values of one plan into words, at one set of parameters. */
export class PhraseBook {
  readonly #plan: Plan;
  readonly #scalars: readonly (number | null)[];
  readonly #patterns: PlanPatterns;
  readonly #conditions: ConditionWords;
  readonly #named: NamedValues;
  #hasNamedClose = false;

  constructor(plan: Plan, parameters: ParameterValues) {
    this.#plan = plan;
    const defaults = new Map(plan.params.map((param) => [param.name, param.default]));
    const scalars: (number | null)[] = [];
    for (const node of plan.nodes)
      scalars.push(scalarOf(node, scalars, (name) => parameters[name] ?? defaults.get(name) ?? null));
    this.#scalars = scalars;
    this.#patterns = new PlanPatterns(plan);
    this.#conditions = new ConditionWords(plan, this.#patterns, this);
    this.#named = new NamedValues(plan, {
      number: (id) => this.#numberInFull(id, 0),
      truth: (id) => this.#truthInFull(id, 0),
      numberOf: (id) => this.number(id),
      truthOf: (id) => this.truth(id),
      scalar: (id) => this.scalar(id),
    });
  }

  /** Value of a scalar node, null for others. */
  scalar(id: NodeId): number | null {
    return this.#plan.rates[id] === 'scalar' ? (this.#scalars[id] ?? null) : null;
  }

  /** What crosses above what, and which way it was written. */
  crossing(id: NodeId): { above: NodeId; below: NodeId; isWrittenAsOver: boolean } | null {
    const node = this.#plan.nodes[id]!;
    if (node.op !== 'cross') return null;
    return node.direction === 'over'
      ? { above: node.left, below: node.right, isWrittenAsOver: true }
      : { above: node.right, below: node.left, isWrittenAsOver: false };
  }

  /** A number, as `the 20-bar average of the close`, or what the script calls it when that is long. */
  number(id: NodeId, depth = 0): string {
    const known = this.scalar(id);
    if (known !== null) return numberText(known);
    const named = this.#named.textOf(id);
    if (named) return named.text;
    return depth >= MAX_DEPTH ? 'a computed value' : this.#numberInFull(id, depth);
  }

  /** A condition, as `the close is above its 20-bar average`, or that what the script calls it is true. */
  truth(id: NodeId, depth = 0): string {
    const known = this.scalar(id);
    if (known !== null) return known === 1 ? 'always' : 'never';
    const named = this.#named.textOf(id);
    if (named) return named.isName ? `${named.text} is true` : named.text;
    return depth >= MAX_DEPTH ? 'a computed condition holds' : this.#truthInFull(id, depth);
  }

  /** A condition that does not hold, as `the close is not above the open`. */
  untruth(id: NodeId, depth = 0): string {
    const named = this.#named.textOf(id);
    return named?.isName ? `${named.text} is false` : this.#conditions.negation(id, depth);
  }

  /** Whether one of the conditions that a node joins is switched off by the parameters. */
  isNever(id: NodeId): boolean {
    return this.#conditions.isNever(id);
  }

  /** Whether a value is called by its name in the script. */
  isNamed(id: NodeId): boolean {
    return this.#named.textOf(id)?.isName === true;
  }

  /** What the names say that were used so far: a sentence each. */
  definitions(): readonly string[] {
    return this.#named.definitions();
  }

  /** A price level of a bracket, relative to the close of the signal bar where it can be. */
  level(id: NodeId): string {
    const node = this.#plan.nodes[id]!;
    if (node.op === 'binary' && this.#isClose(node.left)) {
      const distance = this.#distance(node);
      if (distance !== null) return `${distance} ${this.#closeWord()}`;
    }
    return `at ${this.number(id)}`;
  }

  #numberInFull(id: NodeId, depth: number): string {
    const node = this.#plan.nodes[id]!;
    switch (node.op) {
      case 'price':
        return `the ${node.column}`;
      case 'indicator':
        return `${indicatorWords(node, this, depth + 1)}${variantPhrase(node.variant)}`;
      case 'history':
        return `${this.number(node.of, depth + 1)} ${barsText(node.bars)} ago`;
      case 'unary':
        return `${UNARY_WORDS[node.operator] ?? 'a function of'} ${this.#part(node.of, depth)}`;
      case 'binary':
        return this.#ranges(id) ?? this.#arithmetic(node, depth);
      case 'conditional':
        return this.#conditional(id, node, depth);
      case 'account':
        return node.market === undefined
          ? ACCOUNT_WORDS[node.field]
          : `${ACCOUNT_WORDS[node.field]} in ${node.market}`;
      case 'clock':
        return CLOCK_WORDS[node.field];
      case 'align':
        return `${this.#part(node.of, depth)}${frameWords(this.#frameOf(node))}`;
      case 'state':
        return 'what was kept from the bar before';
      default:
        return 'a computed value';
    }
  }

  #truthInFull(id: NodeId, depth: number): string {
    const node = this.#plan.nodes[id]!;
    switch (node.op) {
      case 'cross':
        return this.#conditions.crossing(node, depth);
      case 'binary':
        return this.#conditions.condition(node, 0, depth);
      case 'unary':
        return this.untruth(node.of, depth);
      case 'align':
        return `${frameWords(this.#frameOf(node)).trim()} ${this.truth(node.of, depth + 1)}`;
      case 'state':
        return 'what was kept from the bar before holds';
      case 'history':
        return this.#conditions.before(node, depth);
      case 'conditional': {
        const test = this.truth(node.test, depth + 1);
        return `${this.truth(node.yes, depth + 1)} while ${test}, or else ${this.truth(node.no, depth + 1)}`;
      }
      default:
        return 'a computed condition holds';
    }
  }

  #frameOf({ of }: Of<'align'>): Plan['frames'][number] {
    return this.#plan.frames[this.#plan.frameOf[of]!]!;
  }

  #closeWord(): string {
    const word = this.#hasNamedClose ? 'it' : 'the signal close';
    this.#hasNamedClose = true;
    return word;
  }

  #isClose(id: NodeId): boolean {
    const node = this.#plan.nodes[id];
    return node?.op === 'price' && node.column === 'close' && (node.frame ?? 0) === 0;
  }

  /** `20 % above`, `two average ranges (14 bars) below`. */
  #distance({ operator, right }: Of<'binary'>): string | null {
    const factor = this.scalar(right);
    if (operator === 'mul' && factor !== null && factor !== 1 && factor > 0) {
      return `${percentText(Math.abs(factor - 1) * 100)} ${factor > 1 ? 'above' : 'below'}`;
    }
    if (operator !== 'add' && operator !== 'sub') return null;
    return `${this.#ranges(right) ?? this.number(right)} ${operator === 'add' ? 'above' : 'below'}`;
  }

  /** `two average ranges (14 bars)`: a multiple of the average true range. */
  #ranges(id: NodeId): string | null {
    const node = this.#plan.nodes[id]!;
    const product = node.op === 'binary' && node.operator === 'mul' ? node : null;
    const isScaledLeft = product !== null && this.scalar(product.left) !== null;
    const rangeId = product ? (isScaledLeft ? product.right : product.left) : id;
    const times = product ? this.scalar(isScaledLeft ? product.left : product.right) : 1;
    const range = this.#plan.nodes[rangeId]!;
    if (range.op !== 'indicator' || range.name !== 'atr' || range.variant || times === null) return null;
    const bars = this.number(range.params[0] ?? 0);
    return `${countText(times)} average ${times === 1 ? 'range' : 'ranges'} (${bars} bars)`;
  }

  #arithmetic(node: Of<'binary'>, depth: number): string {
    const change = this.#patterns.change(node);
    if (change) return `the change of ${this.#part(change.of, depth)} over ${barsText(change.bars)}`;
    const word = ARITHMETIC[node.operator];
    if (!word) return 'a computed value';
    if (node.operator === 'mul' && this.scalar(node.left) === 1) return this.number(node.right, depth);
    return `${this.#part(node.left, depth)} ${word} ${this.#part(node.right, depth)}`;
  }

  /** A value within another one, in brackets where its end would not be seen. */
  #part(id: NodeId, depth: number): string {
    const op = this.#plan.nodes[id]?.op;
    const isCompound = (op === 'binary' || op === 'conditional') && this.scalar(id) === null;
    const text = this.number(id, depth + 1);
    const isSimple = !/ (?:plus|less|times|divided by|modulo|to the power of|while|and) /.test(text);
    return isCompound && !isSimple ? `(${text})` : text;
  }

  /** A condition within a value, in brackets unless it is a name. */
  #clause(id: NodeId, depth: number): string {
    const text = this.truth(id, depth + 1);
    return this.isNamed(id) ? text : `(${text})`;
  }

  #conditional(id: NodeId, node: Of<'conditional'>, depth: number): string {
    const pattern = this.#patterns.choice(id);
    if (pattern) return this.#helper(pattern, depth);
    const no = this.number(node.no, depth + 1);
    return `${this.number(node.yes, depth + 1)} while ${this.truth(node.test, depth + 1)}, or else ${no}`;
  }

  #helper(pattern: ChoicePattern, depth: number): string {
    const number = (id: NodeId): string => this.number(id, depth + 1);
    switch (pattern.kind) {
      case 'smaller':
      case 'larger':
        return (
          this.#held(pattern, depth) ??
          `the ${pattern.kind} of ${number(pattern.of)} and ${number(pattern.other)}`
        );
      case 'size':
        return `the size of ${number(pattern.of)}`;
      case 'instead':
        return `${number(pattern.of)} (${number(pattern.instead)} while it has no value)`;
      case 'bars_since':
        return `the number of bars since ${this.#clause(pattern.condition, depth)}`;
      case 'value_when': {
        const times = pattern.earlier === 0 ? 'the last time' : `${countText(pattern.earlier + 1)} times ago`;
        return `${this.#part(pattern.of, depth)} when ${this.#clause(pattern.condition, depth)} ${times}`;
      }
    }
  }

  /** `x held between 0 and 1`, as of `clamp`. */
  #held(pattern: Extract<ChoicePattern, { other: NodeId }>, depth: number): string | null {
    const inner = pattern.kind === 'smaller' ? this.#patterns.choice(pattern.of) : null;
    if (inner?.kind !== 'larger' || this.scalar(pattern.of) !== null) return null;
    const [low, high] = [this.number(inner.other, depth + 1), this.number(pattern.other, depth + 1)];
    return `${this.#part(inner.of, depth)} held between ${low} and ${high}`;
  }
}

function scalarOf(
  node: PlanNode,
  values: readonly (number | null)[],
  param: (name: string) => number | null,
): number | null {
  const value = (id: NodeId): number => values[id] ?? NaN;
  switch (node.op) {
    case 'constant':
      return node.value;
    case 'param':
      return param(node.name);
    case 'unary':
      return UNARY[node.operator](value(node.of));
    case 'binary':
      return BINARY[node.operator](value(node.left), value(node.right));
    case 'conditional':
      return value(value(node.test) === 1 ? node.yes : node.no);
    default:
      return null;
  }
}
