import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { SweepNode, SweepNodeId, SweepOrder, SweepProgram } from '../../../core/sweep-program';
import { BacktabError } from '../../../core/errors';
import { sha256Hex } from '../../../core/hash';
import rules from '../../../../shaders/research/lane-sweep.wgsl?raw';
import valueFunctions from '../../../../shaders/shared/values.wgsl?raw';

/** Where the part of the file begins that is written for each program. */
const MARK = '// program\n';

type Enter = Extract<SweepOrder, { kind: 'enter' }>;

/** A program as a shader. */
export interface ProgramShader {
  readonly code: string;
  /** SHA-256 of the code: the same for programs that differ in numbers of their trials only. */
  readonly hash: string;
  /** Numbers that a trial keeps from row to row. */
  readonly kept: number;
  /** Those of them that are zero at the start; the others are missing. */
  readonly zeros: readonly number[];
  /** Rows before a row that its values read. */
  readonly lead: number;
}

const UNARY: Readonly<Record<string, string>> = {
  neg: 'neg',
  sign: 'sign_of',
  floor: 'floor_of',
  ceil: 'ceil_of',
  round: 'round_of',
  sqrt: 'sqrt_of',
  exp: 'exp_of',
  ln: 'ln_of',
  log10: 'log10_of',
};
const ARITHMETIC: Readonly<Record<string, string>> = {
  add: 'add',
  sub: 'sub',
  mul: 'mul',
  div: 'div',
  mod: 'remainder_of',
  pow: 'pow_of',
};
const COMPARISONS: ReadonlySet<string> = new Set(['lt', 'le', 'eq', 'ne']);
const SWAPPED: Readonly<Record<string, string>> = { gt: 'lt', ge: 'le' };
const SIZINGS: Readonly<Record<Enter['sizing'], string>> = {
  units: 'UNITS',
  cash: 'CASH',
  percent_of_equity: 'PERCENT_OF_EQUITY',
  risk_percent: '3u',
};

/** The rules of lanes (`shaders/research/lane-sweep.wgsl`) with `begin` for a program. */
export function programShader(program: SweepProgram): ProgramShader {
  const writer = new ShaderWriter(program);
  const body = writer.begin();
  const code = `${valueFunctions}\n${rules.slice(0, rules.indexOf(MARK) + MARK.length)}${body}`;
  return {
    code,
    hash: sha256Hex(utf8ToBytes(code)),
    kept: writer.kept,
    zeros: writer.zeros,
    lead: writer.lead,
  };
}

/** A value by its name in the shader: a `Value`, or a truth value. */
interface Named {
  readonly name: string;
  readonly isTruth: boolean;
}

class ShaderWriter {
  kept = 0;
  lead = 0;
  readonly zeros: number[] = [];
  readonly #program: SweepProgram;
  readonly #lines: string[] = [];
  readonly #ends: string[] = [];
  readonly #named = new Map<string, Named>();
  readonly #states: readonly number[];

  constructor(program: SweepProgram) {
    this.#program = program;
    this.#states = program.states.map(() => {
      const at = this.kept;
      this.kept += 2;
      this.zeros.push(at + 1);
      return at;
    });
  }

  begin(): string {
    const { orders, states } = this.#program;
    const asked = orders.map((order) => this.#order(order));
    states.forEach(({ next }, state) => {
      const at = this.#states[state]!;
      this.#ends.push(`keep(${at}u, ${this.#number(next)});`, `keep(${at + 1}u, constant(1.0, 0.0));`);
    });
    const lines = [...this.#lines, ...asked, ...this.#ends].map((line) => `  ${line}\n`);
    return `fn begin(lane: ptr<function, Lane>, row: u32) {\n${lines.join('')}}\n`;
  }

  #order(order: SweepOrder): string {
    const when = this.#truth(order.when);
    if (order.kind === 'exit') {
      const [long, short] = [order.position !== 'short', order.position !== 'long'];
      return `if (${when}) { ask_exit(lane, ${long}, ${short}); }`;
    }
    const { side, sizing, size, stop, target, trailing } = order;
    const level = (id: SweepNodeId | null): string => (id === null ? 'none()' : this.#number(id));
    const trail = trailing === null ? 'TRAIL_NONE' : `TRAIL_${trailing.kind.toUpperCase()}`;
    const values = [
      side === 'buy' ? '1.0' : '-1.0',
      SIZINGS[sizing],
      this.#number(size),
      level(stop),
      level(target),
      trail,
      level(trailing && trailing.distance),
    ];
    return `if (${when}) { ask_entry(lane, row, ${values.join(', ')}); }`;
  }

  #number(id: SweepNodeId, lag = 0): string {
    const { name, isTruth } = this.#value(id, lag);
    return isTruth ? `truth_number(${name})` : name;
  }

  #truth(id: SweepNodeId, lag = 0): string {
    const { name, isTruth } = this.#value(id, lag);
    return isTruth ? name : `is_true(${name})`;
  }

  #value(id: SweepNodeId, lag: number): Named {
    const key = `${id}_${lag}`;
    const known = this.#named.get(key);
    if (known) return known;
    const [text, isTruth] = this.#text(id, this.#program.nodes[id]!, lag);
    const named = { name: `v${key}`, isTruth };
    this.#lines.push(`let ${named.name} = ${text};`);
    this.#named.set(key, named);
    return named;
  }

  #text(id: SweepNodeId, node: SweepNode, lag: number): readonly [text: string, isTruth: boolean] {
    switch (node.op) {
      case 'constant':
        return [constantText(node.value), false];
      case 'number':
        return [`number(${node.slot}u)`, false];
      case 'column':
        this.lead = Math.max(this.lead, lag);
        return [`column(${node.slot}u, row, ${lag}u)`, false];
      case 'account':
        return [ACCOUNT[node.field], false];
      case 'state': {
        const at = this.#states[node.state]!;
        const initial = this.#number(this.#program.states[node.state]!.initial);
        return [`choose(is_true(kept_value(${at + 1}u)), kept_value(${at}u), ${initial})`, false];
      }
      case 'unary':
        if (node.operator === 'not') return [`!${this.#truth(node.of, lag)}`, true];
        return [`${UNARY[node.operator]}(${this.#number(node.of, lag)})`, false];
      case 'binary':
        return this.#binary(node, lag);
      case 'conditional': {
        const test = this.#truth(node.test, lag);
        return [`choose(${test}, ${this.#number(node.yes, lag)}, ${this.#number(node.no, lag)})`, false];
      }
      case 'history':
        return [this.#history(id, node, lag), false];
      case 'cross':
        return [this.#cross(id, node, lag), true];
    }
  }

  #binary(node: Extract<SweepNode, { op: 'binary' }>, lag: number): readonly [string, boolean] {
    const { operator, left, right } = node;
    if (operator === 'and' || operator === 'or') {
      const sign = operator === 'and' ? '&&' : '||';
      return [`${this.#truth(left, lag)} ${sign} ${this.#truth(right, lag)}`, true];
    }
    const [x, y] = [this.#number(left, lag), this.#number(right, lag)];
    if (COMPARISONS.has(operator)) return [`${operator}(${x}, ${y})`, true];
    const swapped = SWAPPED[operator];
    if (swapped !== undefined) return [`${swapped}(${y}, ${x})`, true];
    return [`${ARITHMETIC[operator]}(${x}, ${y})`, false];
  }

  #history(id: SweepNodeId, { of, bars }: Extract<SweepNode, { op: 'history' }>, lag: number): string {
    if (!this.#program.follows[id]) return `since(${this.#number(of, lag + bars)}, row, ${lag + bars}u)`;
    const at = this.kept;
    this.kept += bars;
    const place = `${at}u + ring_place(row, ${bars}u)`;
    this.#ends.push(`keep(${place}, ${this.#number(of)});`);
    return `kept_value(${place})`;
  }

  #cross(id: SweepNodeId, { above, below }: Extract<SweepNode, { op: 'cross' }>, lag: number): string {
    const [x, y] = [this.#number(above, lag), this.#number(below, lag)];
    if (!this.#program.follows[id]) {
      const [before, other] = [this.#number(above, lag + 1), this.#number(below, lag + 1)];
      return `has_before(row, ${lag}u) && le(${before}, ${other}) && lt(${y}, ${x})`;
    }
    if (lag > 0) throw new BacktabError('internal', { detail: 'an earlier row of the account' });
    const at = this.kept;
    this.kept += 1;
    this.zeros.push(at);
    this.#ends.push(`keep(${at}u, truth_number(le(${x}, ${y})));`);
    return `is_true(kept_value(${at}u)) && lt(${y}, ${x})`;
  }
}

const ACCOUNT = {
  equity: 'computed((*lane).equity, true)',
  cash: 'computed((*lane).cash, true)',
  positionSize: 'computed((*lane).size, true)',
  entryPrice: 'entry_price(lane)',
  barsHeld: 'bars_held(lane, row)',
} as const;

/** A number as the sum of two f32. */
export function pairOf(value: number): readonly [hi: number, lo: number] {
  const hi = Math.fround(value);
  return [hi, Math.fround(value - hi)];
}

function constantText(value: number): string {
  if (!(Math.abs(value) < 1e38)) return 'none()';
  const text = (part: number): string => (Number.isInteger(part) ? part.toFixed(1) : String(part));
  return `constant(${pairOf(value).map(text).join(', ')})`;
}
