import { pow } from '../../src/core/math/pow';
import type { AccountView } from '../../src/core/strategy';
import { findIndicator } from '../../src/indicators/catalogue';
import type { IndicatorStream } from '../../src/indicators/indicator';
import { calculate, clock, combine, DAY, longer, type Table, type Value } from './interpreter-values';
import type { Line, OrderOption, Program, Tree } from './script-program';

/** What a program runs on. */
export interface World {
  readonly own: Table;
  readonly others: Readonly<Record<string, Table>>;
  /** One per own row. */
  readonly accounts: readonly AccountView[];
}

/** What a program did on a row. */
export interface Told {
  readonly orders: { kind: string; numbers: Record<string, number> }[];
  readonly plots: number[];
  readonly backgrounds: boolean[];
  readonly logs: (number | null)[];
}

interface Declared {
  readonly kind: 'const' | 'let' | 'state' | 'argument';
  value: Value;
  /** Conditions around the declaration. */
  readonly depth: number;
  /** What it was declared as, to be read anew on other bars. */
  readonly tree: Tree;
  readonly scopes: readonly Scope[];
}

type Scope = Map<string, Declared>;
type Function = Extract<Line, { kind: 'function' }>;

/**
 * Runs a program row by row by the plainest means: a walk over its lines that takes every branch and lets only those
 * that hold act. What must be remembered is kept by place: the path of calls and names to an expression.
 */
export class Interpreter {
  readonly #program: Program;
  readonly #table: Table;
  readonly #world: World;
  readonly #functions = new Map<string, Function>();
  /** What expressions remember, by place. */
  readonly #memory = new Map<string, unknown>();
  /** States at the end of the row before, by place. */
  readonly #states = new Map<string, Value>();
  /** Other bars on which expressions are read, by place. */
  readonly #frames = new Map<string, Value[]>();
  #row = 0;
  #conditions: boolean[] = [];
  #scopes: readonly Scope[] = [];
  #top: Scope = new Map();
  #told: Told = { orders: [], plots: [], backgrounds: [], logs: [] };

  constructor(program: Program, world: World, table: Table = world.own) {
    this.#program = program;
    this.#world = world;
    this.#table = table;
    for (const line of program) if (line.kind === 'function') this.#functions.set(line.name, line);
  }

  /** What the program does on each row. */
  run(): readonly Told[] {
    return Array.from(this.#table.bars.time, (_, row) => {
      this.#row = row;
      this.#told = { orders: [], plots: [], backgrounds: [], logs: [] };
      this.#top = new Map();
      this.#scopes = [this.#top];
      this.#body(this.#program, 'p');
      this.#keep(this.#top, 'p');
      return this.#told;
    });
  }

  #body(lines: readonly Line[], place: string): void {
    lines.forEach((line, k) => this.#line(line, `${place}.${k}`, place));
  }

  #scoped(lines: readonly Line[], place: string, condition: boolean): void {
    const [outer, before] = [this.#scopes, this.#conditions];
    const scope: Scope = new Map();
    this.#scopes = [...outer, scope];
    this.#conditions = [...before, condition];
    this.#body(lines, place);
    this.#keep(scope, place);
    this.#scopes = outer;
    this.#conditions = before;
  }

  #keep(scope: Scope, place: string): void {
    for (const [name, { kind, value }] of scope)
      if (kind === 'state') this.#states.set(`${place} ${name}`, value);
  }

  #line(line: Line, place: string, block: string): void {
    switch (line.kind) {
      case 'param': {
        const tree: Tree =
          typeof line.value === 'boolean'
            ? { kind: 'truth', value: line.value }
            : { kind: 'number', value: line.value };
        this.#declare(line.name, 'const', line.value, tree);
        return;
      }
      case 'declare': {
        const initial = this.#value(line.value, place);
        const kept = line.keyword === 'state' ? this.#states.get(`${block} ${line.name}`) : undefined;
        this.#declare(line.name, line.keyword, kept ?? initial, line.value);
        return;
      }
      case 'assign':
        return this.#assign(line, place);
      case 'if': {
        const holds = this.#value(line.test, `${place}t`) === true;
        this.#scoped(line.yes, `${place}y`, holds);
        if (line.no) this.#scoped(line.no, `${place}n`, !holds);
        return;
      }
      case 'order':
        return this.#order(line, place);
      case 'rebalance': {
        const weight = this.#number(line.weight, place);
        if (this.#acts()) this.#told.orders.push({ kind: 'target', numbers: { weight } });
        return;
      }
      case 'plot':
        this.#told.plots.push(Number(this.#value(line.value, place)));
        return;
      case 'background': {
        const holds = this.#value(line.value, place) === true;
        this.#told.backgrounds.push(holds && this.#acts());
        return;
      }
      case 'log': {
        const value = Number(this.#value(line.value, place));
        this.#told.logs.push(this.#acts() ? value : null);
        return;
      }
      case 'function':
        return;
    }
  }

  #acts(): boolean {
    return this.#conditions.every((holds) => holds);
  }

  #declare(name: string, kind: Declared['kind'], value: Value, tree: Tree): void {
    const depth = kind === 'state' ? 0 : this.#conditions.length;
    this.#scopes.at(-1)!.set(name, { kind, value, depth, tree, scopes: this.#scopes });
  }

  #assign({ name, sign, value }: Extract<Line, { kind: 'assign' }>, place: string): void {
    const given = this.#value(value, place);
    const declared = this.#find(name);
    const made = sign === '=' ? given : calculate(sign.charAt(0), Number(declared.value), Number(given));
    if (this.#conditions.slice(declared.depth).every((holds) => holds)) declared.value = made;
  }

  #order({ verb, first, options }: Extract<Line, { kind: 'order' }>, place: string): void {
    const numbers: Record<string, number> = {};
    options.forEach((option, k) => {
      if (option.value) numbers[nameOf(option)] = this.#number(option.value, `${place}o${k}`);
    });
    for (const level of ['limit', 'trigger']) if (Number.isNaN(numbers[level])) numbers[level] = 0;
    if (!this.#acts()) return;
    const kind = verb === 'order' ? 'order' : verb === 'buy' || verb === 'short' ? 'enter' : 'exit';
    const side = verb === 'buy' || first === "'buy'" ? 'buy' : 'sell';
    this.#told.orders.push({ kind: kind === 'exit' ? kind : `${kind} ${side}`, numbers });
  }

  #find(name: string): Declared {
    for (const scope of this.#scopes.toReversed()) {
      const found = scope.get(name);
      if (found) return found;
    }
    throw new Error(`${name} is not declared`);
  }

  #number(tree: Tree, place: string): number {
    return Number(this.#value(tree, place));
  }

  /** Value of an expression on this row; it is read on every row, once. */
  #value(tree: Tree, place: string): Value {
    const { bars } = this.#table;
    const row = this.#row;
    switch (tree.kind) {
      case 'number':
      case 'truth':
        return tree.value;
      case 'price':
        return bars[tree.column][row]!;
      case 'clock':
        return clock(tree.field, bars.time[row]!, row);
      case 'account':
        return this.#world.accounts[row]![tree.field];
      case 'position': {
        const size = this.#world.accounts[row]!.positionSize;
        return tree.test === 'isLong' ? size > 0 : tree.test === 'isShort' ? size < 0 : size === 0;
      }
      case 'name':
        return this.#find(tree.name).value;
      case 'unary': {
        const of = this.#value(tree.of, `${place}u`);
        return tree.sign === '!' ? of !== true : -Number(of);
      }
      case 'binary':
        return combine(tree.sign, this.#value(tree.left, `${place}l`), this.#value(tree.right, `${place}r`));
      case 'choice': {
        const test = this.#value(tree.test, `${place}t`);
        const [yes, no] = [this.#value(tree.yes, `${place}y`), this.#value(tree.no, `${place}n`)];
        return test === true ? yes : no;
      }
      case 'history': {
        const past = this.#remembered<Value[]>(place, () => []);
        past[row] = this.#value(tree.of, `${place}h`);
        return row < tree.bars ? (tree.isTruth ? false : NaN) : past[row - tree.bars]!;
      }
      case 'helper':
        return this.#helper(tree, place);
      case 'indicator':
        return this.#indicator(tree.name, tree.output, tree.inputs, tree.params, place);
      case 'frame':
        return this.#framed(tree, place);
      case 'session': {
        const minutes = Math.floor((((bars.time[row]! % DAY) + DAY) % DAY) / 60_000);
        return minutes >= tree.from && minutes < tree.to;
      }
      case 'call':
        return this.#call(tree, place);
    }
  }

  #remembered<T>(place: string, make: () => T): T {
    if (!this.#memory.has(place)) this.#memory.set(place, make());
    return this.#memory.get(place) as T;
  }

  #call({ name, args }: Extract<Tree, { kind: 'call' }>, place: string): Value {
    const own = this.#functions.get(name)!;
    const values = args.map((argument, k) => this.#value(argument, `${place}a${k}`));
    const outer = this.#scopes;
    const scope: Scope = new Map();
    this.#scopes = [this.#top, scope];
    own.parameters.forEach((parameter, k) => this.#declare(parameter, 'argument', values[k]!, args[k]!));
    const inner = `${place}(${name})`;
    this.#body(own.body, inner);
    const result = this.#value(own.result, `${inner}=`);
    this.#keep(scope, inner);
    this.#scopes = outer;
    return result;
  }

  #helper({ name, args, bars }: Extract<Tree, { kind: 'helper' }>, place: string): Value {
    const row = this.#row;
    const values = args.map((argument, k) => this.#value(argument, `${place}${name}${k}`));
    const [a = NaN, b = NaN, c = NaN] = values.map(Number);
    const past = this.#remembered<Value[][]>(place, () => []);
    past[row] = values;
    const ago = (count: number): number => (row < count ? NaN : Number(past[row - count]![0]));
    const last = (count: number, from = 0): number[] =>
      Array.from({ length: count }, (_, k) => ago(k + from));
    switch (name) {
      case 'min':
        return a <= b ? a : b < a ? b : NaN;
      case 'max':
        return a >= b ? a : b > a ? b : NaN;
      case 'abs':
        return a < 0 ? -a : a;
      case 'round':
        return Math.round(a);
      case 'sign':
        return Math.sign(a);
      case 'sqrt':
        return Math.sqrt(a);
      case 'floor':
        return Math.floor(a);
      case 'pow':
        return pow(a, b);
      case 'change':
        return a - ago(bars[0]!);
      case 'nz':
        return Number.isNaN(a) ? b : a;
      case 'clamp': {
        const raised = a >= b ? a : b > a ? b : NaN;
        return raised <= c ? raised : c < raised ? c : NaN;
      }
      case 'crossover':
      case 'crossunder': {
        if (row === 0) return false;
        const [before, level] = past[row - 1]!.map(Number);
        return name === 'crossover' ? before! <= level! && a > b : before! >= level! && a < b;
      }
      case 'barsSince': {
        for (let k = 0; k <= row; k++) if (past[row - k]![0] === true) return k;
        return NaN;
      }
      case 'valueWhen': {
        let missing = bars[0] ?? 0;
        for (let k = row; k >= 0; k--) {
          if (past[k]![0] === true && missing-- === 0) return Number(past[k]![1]);
        }
        return NaN;
      }
      case 'highest':
      case 'lowest': {
        const count = bars[0]!;
        if (count === 1) return a;
        return this.#stream(name === 'highest' ? 'max' : 'min', 0, [a], [count], place);
      }
      case 'rising':
        return last(bars[0]!, 1).every((x) => a > x);
      case 'falling':
        return last(bars[0]!, 1).every((x) => a < x);
      default:
        throw new Error(`there is no helper ${name}`);
    }
  }

  #indicator(
    name: string,
    output: number,
    trees: readonly Tree[],
    params: readonly number[],
    place: string,
  ): number {
    const given = trees.map((tree, k) => this.#number(tree, `${place}i${k}`));
    const row = this.#row;
    const inputs = findIndicator(name)!.inputs.map(({ source }) =>
      source === 'real' ? given.shift()! : this.#table.bars[source][row]!,
    );
    return this.#stream(name, output, inputs, params, place);
  }

  #stream(
    name: string,
    output: number,
    inputs: readonly number[],
    params: readonly number[],
    place: string,
  ): number {
    const indicator = findIndicator(name)!;
    const stream = this.#remembered<IndicatorStream>(`${place} stream`, () => indicator.stream(params));
    const out = new Float64Array(indicator.outputs.length);
    stream.next(Float64Array.from(inputs), out);
    return out[output]!;
  }

  /** Reads an expression on all rows of other bars when it is first met, and then sees the newest that has closed. */
  #framed({ data, interval, of, isTruth }: Extract<Tree, { kind: 'frame' }>, place: string): Value {
    const base = data === null ? this.#world.own : this.#world.others[data]!;
    const table = interval === null ? base : longer(base, interval);
    const known = this.#frames.get(place) ?? this.#readOn(table, of, isTruth);
    this.#frames.set(place, known);
    const steps = data !== null && interval !== null ? [base, this.#table] : [this.#table];
    // A longer bar of another dataset is seen through that dataset's own bars.
    let values = known;
    let from = table;
    for (const to of steps) {
      const seen = values;
      const closes = from.closes;
      values = to.closes.map((close) => {
        const newest = closes.findLastIndex((end) => end <= close);
        return newest < 0 ? (isTruth ? false : NaN) : seen[newest]!;
      });
      from = to;
    }
    return values[this.#row]!;
  }

  #readOn(table: Table, of: Tree, isTruth: boolean): Value[] {
    const value = withoutNames(of, (name) => this.#find(name));
    const program: Program = [...this.#functions.values(), { kind: 'plot', value }];
    const told = new Interpreter(program, this.#world, table).run();
    return told.map(({ plots }) => (isTruth ? plots[0] === 1 : plots[0]!));
  }
}

const nameOf = ({ name, before }: OrderOption): string => (name === 'size' ? before.slice(0, -1) : name);

/** An expression with what its names were declared as in their places. */
function withoutNames(tree: Tree, find: (name: string) => Declared): Tree {
  const inside = (of: Tree): Tree => withoutNames(of, find);
  switch (tree.kind) {
    case 'name': {
      const declared = find(tree.name);
      const within = (name: string): Declared => {
        for (const scope of declared.scopes.toReversed()) {
          const found = scope.get(name);
          if (found) return found;
        }
        throw new Error(`${name} is not declared`);
      };
      return withoutNames(declared.tree, within);
    }
    case 'unary':
    case 'history':
      return { ...tree, of: inside(tree.of) };
    case 'binary':
      return { ...tree, left: inside(tree.left), right: inside(tree.right) };
    case 'choice':
      return { ...tree, test: inside(tree.test), yes: inside(tree.yes), no: inside(tree.no) };
    case 'helper':
    case 'call':
      return { ...tree, args: tree.args.map(inside) };
    case 'indicator':
      return { ...tree, inputs: tree.inputs.map(inside) };
    default:
      return tree;
  }
}
