import { findIndicator } from '../indicators/catalogue';
import { maTypeOf } from '../indicators/ma-type';
import type { IndicatorVariant } from '../indicators/variant';
import { BINARY, UNARY } from './arithmetic';
import type { ParameterValues } from './column-evaluator';
import type { BinaryOperator, NodeId, Plan, PlanNode, UnaryOperator } from './plan';

/** Levels of nesting that are put into words. */
const MAX_DEPTH = 6;

const ACCOUNT_WORDS = {
  equity: 'equity',
  cash: 'cash',
  positionSize: 'the position size',
  entryPrice: 'the entry price',
  barsHeld: 'the number of bars held',
} as const;

const CLOCK_WORDS = {
  time: 'the time',
  year: 'the year',
  month: 'the month',
  dayOfMonth: 'the day of the month',
  dayOfWeek: 'the day of the week',
  hour: 'the hour',
  minute: 'the minute',
  barIndex: 'the number of the bar',
} as const;

const UNARY_WORDS: Partial<Record<UnaryOperator, string>> = {
  neg: 'the negative of',
  sign: 'the sign of',
  floor: 'the whole part of',
  ceil: 'the next whole number above',
  round: 'the nearest whole number to',
  sqrt: 'the square root of',
  exp: 'the exponential of',
  ln: 'the logarithm of',
  log10: 'the decimal logarithm of',
};

const COMPARISONS: Partial<Record<BinaryOperator, readonly [holds: string, fails: string]>> = {
  gt: ['is above', 'is not above'],
  ge: ['is at least', 'is not at least'],
  lt: ['is below', 'is not below'],
  le: ['is at most', 'is not at most'],
  eq: ['equals', 'does not equal'],
  ne: ['differs from', 'does not differ from'],
};

const POSITION_STATES: Partial<Record<BinaryOperator, readonly [holds: string, fails: string]>> = {
  gt: ['a long position is open', 'no long position is open'],
  lt: ['a short position is open', 'no short position is open'],
  eq: ['no position is open', 'a position is open'],
  ne: ['a position is open', 'no position is open'],
};

const ARITHMETIC: Partial<Record<BinaryOperator, string>> = {
  add: 'plus',
  sub: 'less',
  mul: 'times',
  div: 'divided by',
  mod: 'modulo',
  pow: 'to the power of',
};

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

type Of<K extends PlanNode['op']> = Extract<PlanNode, { op: K }>;

/** Puts the values of one plan into words, at one set of parameters. */
export class PhraseBook {
  readonly #plan: Plan;
  readonly #scalars: readonly (number | null)[];
  #hasNamedClose = false;

  constructor(plan: Plan, parameters: ParameterValues) {
    this.#plan = plan;
    const defaults = new Map(plan.params.map((param) => [param.name, param.default]));
    const scalars: (number | null)[] = [];
    for (const node of plan.nodes)
      scalars.push(scalarOf(node, scalars, (name) => parameters[name] ?? defaults.get(name) ?? null));
    this.#scalars = scalars;
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

  /** A number, as `the 20-bar average of the close`. */
  number(id: NodeId, depth = 0): string {
    const known = this.scalar(id);
    if (known !== null) return numberText(known);
    if (depth >= MAX_DEPTH) return 'a computed value';
    const node = this.#plan.nodes[id]!;
    switch (node.op) {
      case 'price':
        return node.column === 'volume' ? 'the volume' : `the ${node.column}`;
      case 'indicator':
        return `${this.#indicator(node, depth)}${variantPhrase(node.variant)}`;
      case 'history':
        return `${this.number(node.of, depth + 1)} ${barsText(node.bars)} ago`;
      case 'unary':
        return `${UNARY_WORDS[node.operator] ?? 'a function of'} ${this.number(node.of, depth + 1)}`;
      case 'binary':
        return this.#arithmetic(node, depth);
      case 'conditional':
        return this.#conditional(node, depth);
      case 'account':
        return node.market === undefined
          ? ACCOUNT_WORDS[node.field]
          : `${ACCOUNT_WORDS[node.field]} in ${node.market}`;
      case 'clock':
        return CLOCK_WORDS[node.field];
      case 'align':
        return this.#aligned(node, this.number(node.of, depth + 1));
      case 'state':
        return `what was kept from the bar before`;
      default:
        return 'a computed value';
    }
  }

  /** A condition, as `the close is above its 20-bar average`. */
  truth(id: NodeId, depth = 0): string {
    const known = this.scalar(id);
    if (known !== null) return known === 1 ? 'always' : 'never';
    if (depth >= MAX_DEPTH) return 'a computed condition holds';
    const node = this.#plan.nodes[id]!;
    switch (node.op) {
      case 'cross': {
        const verb = node.direction === 'over' ? 'rises above' : 'falls below';
        return compared(this.number(node.left, depth + 1), verb, this.number(node.right, depth + 1));
      }
      case 'binary':
        return this.#condition(node, 0, depth);
      case 'unary':
        return this.#negation(node.of, depth);
      case 'align':
        return this.#aligned(node, this.truth(node.of, depth + 1));
      case 'state':
        return 'what was kept from the bar before holds';
      case 'history':
        return `${barsText(node.bars)} ago ${this.truth(node.of, depth + 1)}`;
      case 'conditional': {
        const test = this.truth(node.test, depth + 1);
        return `${this.truth(node.yes, depth + 1)} while ${test}, or else ${this.truth(node.no, depth + 1)}`;
      }
      default:
        return 'a computed condition holds';
    }
  }

  #aligned({ of }: Of<'align'>, text: string): string {
    const { data, interval } = this.#plan.frames[this.#plan.frameOf[of]!]!;
    const bars = interval === null ? '' : ` on bars of ${interval}`;
    return `${text}${bars}${data === null ? '' : ` of ${data}`}`;
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

  #closeWord(): string {
    const word = this.#hasNamedClose ? 'it' : 'the signal close';
    this.#hasNamedClose = true;
    return word;
  }

  #isClose(id: NodeId): boolean {
    const node = this.#plan.nodes[id];
    return node?.op === 'price' && node.column === 'close';
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

  #indicator(node: Of<'indicator'>, depth: number): string {
    const indicator = findIndicator(node.name);
    const params = node.params.map((param, i) => {
      const isMaType = indicator?.params[i]?.kind === 'ma_type';
      const value = isMaType ? this.scalar(param) : null;
      return value === null ? this.number(param) : maTypeOf(value).toUpperCase();
    });
    const given =
      indicator?.inputs.flatMap((input, i) => (input.source === 'real' ? [node.inputs[i]!] : [])) ?? [];
    const of = given.map((input) => this.number(input, depth + 1)).join(' and ');
    const tail = of === '' ? '' : ` of ${of}`;
    const [bars = ''] = params;
    if (node.name === 'sma') return `the ${bars}-bar average${tail}`;
    if (node.name === 'ema') return `the ${bars}-bar exponential average${tail}`;
    if (node.name === 'atr') return `the average range of ${bars} bars`;
    if (node.name === 'rsi') return `the ${bars}-bar RSI${tail}`;
    const output = indicator?.outputs[node.output]?.name ?? '';
    const list = params.length === 0 ? '' : ` (${params.join(', ')})`;
    if (node.name === 'bbands') return `the ${output} Bollinger Band${list}${tail}`;
    const words = output.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    const which = (indicator?.outputs.length ?? 1) > 1 && words !== node.name ? ` ${words}` : '';
    const title = node.name === 'macd' ? 'MACD' : (indicator?.title ?? node.name);
    return `the ${title}${which}${list}${tail}`;
  }

  #arithmetic({ operator, left, right }: Of<'binary'>, depth: number): string {
    const word = ARITHMETIC[operator];
    if (!word) return 'a computed value';
    const part = (id: NodeId): string => {
      const isCompound = this.#plan.nodes[id]?.op === 'binary' && this.scalar(id) === null;
      const text = this.number(id, depth + 1);
      return isCompound ? `(${text})` : text;
    };
    return `${part(left)} ${word} ${part(right)}`;
  }

  #conditional(node: Of<'conditional'>, depth: number): string {
    const extreme = this.#extreme(node);
    const [a, b] = [
      this.number(node.yes, depth + 1),
      extreme === null ? '' : this.number(extreme.other, depth + 1),
    ];
    if (extreme) return `the ${extreme.word} of ${a} and ${b}`;
    const test = this.#plan.nodes[node.test];
    const negative = this.#plan.nodes[node.yes];
    const isAbs =
      negative?.op === 'unary' && negative.of === node.no && test?.op === 'binary' && test.operator === 'lt';
    if (isAbs) return `the size of ${this.number(node.no, depth + 1)}`;
    return `${a} while ${this.truth(node.test, depth + 1)}, or else ${this.number(node.no, depth + 1)}`;
  }

  /** Recognises what `min` and `max` are lowered to (`PlanBuilder`). */
  #extreme({ test, yes, no }: Of<'conditional'>): { word: 'smaller' | 'larger'; other: NodeId } | null {
    const first = this.#plan.nodes[test];
    const second = this.#plan.nodes[no];
    if (first?.op !== 'binary' || second?.op !== 'conditional') return null;
    const isChoice = first.left === yes && first.right === second.yes;
    if (!isChoice || !Number.isNaN(this.scalar(second.no) ?? 0)) return null;
    if (first.operator !== 'le' && first.operator !== 'ge') return null;
    return { word: first.operator === 'le' ? 'smaller' : 'larger', other: second.yes };
  }

  #condition({ operator, left, right }: Of<'binary'>, form: 0 | 1, depth: number): string {
    const verb = COMPARISONS[operator]?.[form];
    const position = this.#positionState(operator, left, right, form);
    if (position !== null) return position;
    if (verb) return compared(this.#side(left, depth), verb, this.#side(right, depth));
    if (left === right) return this.truth(left, depth);
    const word = operator === 'and' ? 'and' : 'or';
    const part = (id: NodeId): string => {
      const node = this.#plan.nodes[id];
      const isOther =
        node?.op === 'binary' &&
        (node.operator === 'and' || node.operator === 'or') &&
        node.operator !== operator;
      const text = this.truth(id, depth + 1);
      return isOther ? `either ${text}` : text;
    };
    return `${part(left)} ${word} ${part(right)}`;
  }

  /** `a long position is open`: what a comparison of the position's size with zero means. */
  #positionState(operator: BinaryOperator, left: NodeId, right: NodeId, form: 0 | 1): string | null {
    const node = this.#plan.nodes[left];
    const isSize = node?.op === 'account' && node.field === 'positionSize' && this.scalar(right) === 0;
    return isSize ? (POSITION_STATES[operator]?.[form] ?? null) : null;
  }

  /** A side of a comparison: usually a number, for `==` of conditions a truth. */
  #side(id: NodeId, depth: number): string {
    const node = this.#plan.nodes[id]!;
    const isTruth = node.op === 'cross' || (node.op === 'binary' && ARITHMETIC[node.operator] === undefined);
    return isTruth ? `(${this.truth(id, depth + 1)})` : this.number(id, depth + 1);
  }

  #negation(of: NodeId, depth: number): string {
    const node = this.#plan.nodes[of]!;
    if (node.op === 'binary' && COMPARISONS[node.operator]) return this.#condition(node, 1, depth);
    return `it is not so that ${this.truth(of, depth + 1)}`;
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

/** A comparison whose right side does not repeat what the left side is made of. */
function compared(left: string, verb: string, right: string): string {
  const own = ` of ${left}`;
  if (right.startsWith('the ') && right.endsWith(own))
    return `${left} ${verb} its ${right.slice(4, -own.length)}`;
  const shared = / of the [a-z]+$/.exec(left)?.[0];
  const isRepeated = shared !== undefined && right.endsWith(shared);
  return `${left} ${verb} ${isRepeated ? right.slice(0, -shared.length) : right}`;
}

const barsText = (bars: number): string => (bars === 1 ? 'one bar' : `${NUMBER_WORDS[bars] ?? bars} bars`);

const countText = (count: number): string => NUMBER_WORDS[count] ?? numberText(count);

/** At most six meaningful digits, with a minus sign. */
const numberText = (value: number): string => String(Number(value.toPrecision(6))).replace('-', '\u2212');

/** `95 %` with the thin space that stands before a percent sign. */
export const percentText = (percent: number): string => `${numberText(percent)}\u202f%`;

function variantPhrase(variant: IndicatorVariant | undefined): string {
  if (!variant) return '';
  const parts = [
    ...(variant.convention === 'tradingview' ? ["in TradingView's convention"] : []),
    ...(variant.candleSettings ? ['with other candle settings'] : []),
  ];
  return ` ${parts.join(', ')}`;
}
