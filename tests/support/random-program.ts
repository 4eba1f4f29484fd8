import type { BarColumn } from '../../src/core/bars';
import { CALLABLE } from './callable-indicators';
import { RandomSource } from './random-source';
import type { Line, OrderOption, Program, Tree } from './script-program';

/** How large a program is. */
export interface ProgramShape {
  readonly lines: number;
  /** Expressions inside one another. */
  readonly depth: number;
}

type Type = 'number' | 'truth';

interface Name {
  readonly name: string;
  readonly type: Type;
  readonly kind: 'const' | 'let' | 'state' | 'param' | 'argument';
  /** Whether it may be read on the bars of another frame. */
  readonly travels: boolean;
}

interface OwnFunction {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly result: Type;
  readonly hasState: boolean;
}

/** What expressions may be made of where they stand. */
interface Place {
  readonly names: readonly Name[];
  readonly functions: readonly OwnFunction[];
  /** Whether on other bars than the run's own. */
  readonly isFramed: boolean;
  readonly mayFrame: boolean;
  /** Whether it may keep states, read the account and act. */
  readonly mayHold: boolean;
}

const PRICES: readonly BarColumn[] = ['open', 'high', 'low', 'close', 'volume'];
const ARITHMETIC = ['+', '-', '*', '/', '%'];
const COMPARISONS = ['<', '<=', '>', '>=', '==', '!='];
const INTERVALS = ['2d', '1w', '1M'];
/** Other datasets that programs read. */
export const ALIASES = ['B', 'C'] as const;

/** Draws a well-typed program; the same seed and shape make the same program. */
export const randomProgram = (seed: number, shape: ProgramShape): Program =>
  new Writer(seed, shape).program();

class Writer {
  readonly #random: RandomSource;
  readonly #shape: ProgramShape;
  #lastName = 0;

  constructor(seed: number, shape: ProgramShape) {
    this.#random = new RandomSource(seed);
    this.#shape = shape;
  }

  program(): Program {
    const random = this.#random;
    const lines: Line[] = [];
    let names: readonly Name[] = [];
    let functions: readonly OwnFunction[] = [];
    for (let k = random.whole(0, 2); k > 0; k--) {
      const name = this.#name();
      const value = random.chance(0.3) ? random.chance(0.5) : random.whole(1, 50);
      lines.push({ kind: 'param', name, value });
      const type = typeof value === 'boolean' ? 'truth' : 'number';
      names = [...names, { name, type, kind: 'param', travels: true }];
    }
    for (let k = random.whole(0, 2); k > 0; k--) {
      const [line, own] = this.#function(functions);
      lines.push(line);
      functions = [...functions, own];
    }
    const place: Place = { names, functions, isFramed: false, mayFrame: true, mayHold: true };
    const body = this.#lines(random.whole(2, this.#shape.lines), place, true);
    lines.push(...body, { kind: 'order', verb: 'exit', first: '', options: [] });
    return lines;
  }

  #name(): string {
    return `v${++this.#lastName}`;
  }

  #function(functions: readonly OwnFunction[]): [Line, OwnFunction] {
    const random = this.#random;
    const parameters = Array.from({ length: random.whole(0, 2) }, () =>
      random.pick<Type>(['number', 'truth']),
    );
    const named = parameters.map((type): Name => ({
      name: this.#name(),
      type,
      kind: 'argument',
      travels: false,
    }));
    const hasState = random.chance(0.5);
    const place: Place = {
      names: named,
      functions: functions.filter((own) => hasState || !own.hasState),
      isFramed: false,
      mayFrame: hasState,
      mayHold: hasState,
    };
    const { lines, names } = this.#body(random.whole(0, 3), place, false);
    const type = random.pick<Type>(['number', 'truth']);
    const name = this.#name();
    const result = this.#tree(type, this.#shape.depth, { ...place, names });
    const own = { name, parameters, result: type, hasState };
    return [{ kind: 'function', name, parameters: named.map((p) => p.name), body: lines, result }, own];
  }

  #lines(count: number, place: Place, isTop: boolean): readonly Line[] {
    return this.#body(count, place, isTop).lines;
  }

  #body(count: number, place: Place, isTop: boolean): { lines: readonly Line[]; names: readonly Name[] } {
    const lines: Line[] = [];
    let { names } = place;
    for (let k = 0; k < count; k++) {
      const [line, name] = this.#line({ ...place, names }, isTop);
      lines.push(line);
      if (name) names = [...names, name];
    }
    return { lines, names };
  }

  #line(place: Place, isTop: boolean): readonly [Line, Name?] {
    const random = this.#random;
    const draw = random.between(0, 1);
    const tree = (type: Type): Tree => this.#tree(type, this.#shape.depth, place);
    if (draw < 0.4) return this.#declaration(place);
    if (draw < 0.55) {
      const found = place.names.filter(({ kind }) => kind === 'let' || kind === 'state');
      if (found.length === 0) return this.#declaration(place);
      const { name, type } = random.pick(found);
      const sign = type === 'truth' ? '=' : random.pick(['=', '+=', '-=', '*='] as const);
      return [{ kind: 'assign', name, sign, value: tree(type) }];
    }
    if (draw < 0.7) {
      const inner = (): readonly Line[] => this.#lines(random.whole(1, 2), place, false);
      return [{ kind: 'if', test: tree('truth'), yes: inner(), no: random.maybe(0.4, inner, null) }];
    }
    if (!place.mayHold) return this.#declaration(place);
    if (draw < 0.85) return [this.#order(place)];
    if (isTop && draw < 0.93) return [{ kind: 'plot', value: tree(random.pick<Type>(['number', 'truth'])) }];
    if (draw < 0.96) return [{ kind: 'background', value: tree('truth') }];
    return [{ kind: 'log', value: tree('number') }];
  }

  #declaration(place: Place): readonly [Line, Name] {
    const random = this.#random;
    const name = this.#name();
    const type = random.pick<Type>(['number', 'number', 'truth']);
    const keyword = place.mayHold ? random.pick(['const', 'const', 'let', 'state'] as const) : 'const';
    if (keyword === 'state') {
      const value: Tree =
        type === 'truth'
          ? { kind: 'truth', value: random.chance(0.5) }
          : { kind: 'number', value: random.whole(0, 9) };
      return [
        { kind: 'declare', keyword, name, value },
        { name, type, kind: 'state', travels: false },
      ];
    }
    const travels = keyword === 'const' && place.mayFrame && !place.isFramed && random.chance(0.3);
    const source: Place = travels
      ? {
          ...place,
          names: place.names.filter((known) => known.travels),
          functions: [],
          isFramed: true,
          mayFrame: false,
        }
      : place;
    const value = this.#tree(type, this.#shape.depth, source);
    return [
      { kind: 'declare', keyword, name, value },
      { name, type, kind: keyword, travels },
    ];
  }

  #order(place: Place): Line {
    const random = this.#random;
    const price = (): Tree => this.#series(2, place);
    const option = (name: string, value: Tree | null, before = '', after = ''): OrderOption => ({
      name,
      before,
      value,
      after,
    });
    const draw = random.whole(0, 5);
    if (draw === 0) return { kind: 'rebalance', weight: this.#series(2, place) };
    const terms: OrderOption[] = [
      ...(random.chance(0.2)
        ? [option('limit', price())]
        : random.chance(0.2)
          ? [option('trigger', price())]
          : []),
      ...(random.chance(0.2) ? [option('timeInForce', null, "'day'")] : []),
      ...(random.chance(0.3) ? [option('tag', null, "'t'")] : []),
    ];
    if (draw === 1) {
      const fraction = random.chance(0.5) ? [option('fraction', { kind: 'number', value: 0.5 })] : [];
      return {
        kind: 'order',
        verb: random.pick(['exit', 'sell', 'cover']),
        first: '',
        options: [...fraction, ...terms],
      };
    }
    const size = random.pick(['units(', 'percentOfEquity(', 'cash(']);
    const amount: Tree = random.chance(0.5) ? { kind: 'number', value: random.whole(1, 90) } : price();
    if (draw === 2)
      return {
        kind: 'order',
        verb: 'order',
        first: random.pick(["'buy'", "'sell'"]),
        options: [option('size', amount, 'units(', ')'), ...terms],
      };
    const bracket = [
      ...(random.chance(0.5) ? [option('stop', price())] : []),
      ...(random.chance(0.3) ? [option('target', price())] : []),
    ];
    return {
      kind: 'order',
      verb: random.pick(['buy', 'short']),
      first: '',
      options: [option('size', amount, size, ')'), ...bracket, ...terms],
    };
  }

  /** A number that changes from bar to bar. */
  #series(depth: number, place: Place): Tree {
    const random = this.#random;
    const price: Tree = { kind: 'price', column: random.pick(PRICES) };
    if (depth <= 0 || random.chance(0.4)) return price;
    return {
      kind: 'binary',
      sign: random.pick(ARITHMETIC),
      left: price,
      right: this.#tree('number', depth - 1, place),
    };
  }

  #tree(type: Type, depth: number, place: Place): Tree {
    const random = this.#random;
    const found = place.names.filter((name) => name.type === type && (!place.isFramed || name.travels));
    if (found.length > 0 && random.chance(0.35)) return { kind: 'name', name: random.pick(found).name };
    const calls = place.functions.filter((own) => own.result === type && !(place.isFramed && own.hasState));
    if (depth > 0 && calls.length > 0 && random.chance(0.12)) {
      const { name, parameters } = random.pick(calls);
      return {
        kind: 'call',
        name,
        args: parameters.map((parameter) => this.#tree(parameter, depth - 1, place)),
      };
    }
    if (depth > 0 && random.chance(0.06)) {
      const of = this.#tree(type, depth - 1, place);
      return { kind: 'history', of, bars: random.whole(0, 6), isTruth: type === 'truth' };
    }
    if (depth > 0 && place.mayFrame && !place.isFramed && random.chance(0.06))
      return this.#frame(type, depth, place);
    return type === 'number' ? this.#number(depth, place) : this.#truth(depth, place);
  }

  #frame(type: Type, depth: number, place: Place): Tree {
    const random = this.#random;
    const data = random.chance(0.5) ? random.pick(ALIASES) : null;
    const interval = data === null || random.chance(0.5) ? random.pick(INTERVALS) : null;
    const there: Place = { ...place, isFramed: true, mayFrame: false };
    // What never changes is the same on all bars, also before the first: a price makes sure that it does change.
    const price: Tree = { kind: 'price', column: random.pick(PRICES) };
    const sign = random.pick(type === 'truth' ? COMPARISONS : ARITHMETIC);
    const of: Tree = { kind: 'binary', sign, left: price, right: this.#tree('number', depth - 1, there) };
    return { kind: 'frame', data, interval, of, isTruth: type === 'truth' };
  }

  #number(depth: number, place: Place): Tree {
    const random = this.#random;
    const next = (): Tree => this.#tree('number', depth - 1, place);
    const condition = (): Tree => this.#tree('truth', depth - 1, place);
    if (depth <= 0) return this.#leaf(place);
    switch (random.whole(0, 9)) {
      case 0:
        return this.#leaf(place);
      case 1:
      case 2:
        return { kind: 'binary', sign: random.pick(ARITHMETIC), left: next(), right: next() };
      case 3:
        return { kind: 'choice', test: condition(), yes: next(), no: next() };
      case 4:
        return { kind: 'unary', sign: '-', of: next() };
      case 5:
      case 6:
        return this.#indicator(depth, place);
      default:
        return this.#numberHelper(next, condition, depth, place);
    }
  }

  #numberHelper(next: () => Tree, condition: () => Tree, depth: number, place: Place): Tree {
    const random = this.#random;
    const name = random.pick([
      'min',
      'max',
      'abs',
      'round',
      'sign',
      'pow',
      'change',
      'nz',
      'clamp',
      'highest',
      'lowest',
      'barsSince',
      'valueWhen',
      'sqrt',
      'floor',
    ]);
    const of = (args: readonly Tree[], bars: readonly number[] = []): Tree => ({
      kind: 'helper',
      name,
      args,
      bars,
    });
    switch (name) {
      case 'min':
      case 'max':
      case 'pow':
      case 'nz':
        return of([next(), next()]);
      case 'clamp':
        return of([next(), next(), next()]);
      case 'change':
        return of([next()], [random.whole(1, 5)]);
      case 'highest':
      case 'lowest':
        return of([this.#series(depth - 1, place)], [random.whole(1, 6)]);
      case 'barsSince':
        return of([condition()]);
      case 'valueWhen':
        return of([condition(), next()], random.chance(0.5) ? [] : [random.whole(0, 3)]);
      case 'sqrt':
      case 'floor':
        return of([this.#series(depth - 1, place)]);
      default:
        return of([next()]);
    }
  }

  #truth(depth: number, place: Place): Tree {
    const random = this.#random;
    const number = (): Tree => this.#tree('number', depth - 1, place);
    const truth = (): Tree => this.#tree('truth', depth - 1, place);
    if (depth <= 0)
      return {
        kind: 'binary',
        sign: random.pick(COMPARISONS),
        left: this.#leaf(place),
        right: this.#leaf(place),
      };
    switch (random.whole(0, 9)) {
      case 0:
      case 1:
      case 2:
        return { kind: 'binary', sign: random.pick(COMPARISONS), left: number(), right: number() };
      case 3:
      case 4:
        return { kind: 'binary', sign: random.pick(['&&', '||', '==', '!=']), left: truth(), right: truth() };
      case 5:
        return { kind: 'unary', sign: '!', of: truth() };
      case 6:
        return {
          kind: 'helper',
          name: random.pick(['crossover', 'crossunder']),
          args: [number(), number()],
          bars: [],
        };
      case 7: {
        const name = random.pick(['rising', 'falling']);
        return { kind: 'helper', name, args: [this.#series(depth - 1, place)], bars: [random.whole(1, 5)] };
      }
      case 8:
        if (!place.isFramed && place.mayHold)
          return { kind: 'position', test: random.pick(['isLong', 'isShort', 'isFlat'] as const) };
        return { kind: 'session', from: random.whole(0, 700), to: random.whole(701, 1440) };
      default:
        return { kind: 'choice', test: truth(), yes: truth(), no: truth() };
    }
  }

  #leaf(place: Place): Tree {
    const random = this.#random;
    const draw = random.between(0, 1);
    if (draw < 0.2) return { kind: 'number', value: random.pick([0, 1, 2, 3, 0.5, 10, 100, 1e-3]) };
    if (draw < 0.3)
      return {
        kind: 'clock',
        field: random.pick([
          'time',
          'year',
          'month',
          'dayOfMonth',
          'dayOfWeek',
          'hour',
          'minute',
          'barIndex',
        ] as const),
      };
    if (draw < 0.42 && !place.isFramed && place.mayHold)
      return {
        kind: 'account',
        field: random.pick(['equity', 'cash', 'positionSize', 'entryPrice', 'barsHeld'] as const),
      };
    return { kind: 'price', column: random.pick(PRICES) };
  }

  #indicator(depth: number, place: Place): Tree {
    const random = this.#random;
    const { indicator, sets } = random.pick(CALLABLE);
    const inputs = indicator.inputs
      .filter(({ source }) => source === 'real')
      .map(() => this.#series(depth - 1, place));
    const output = random.whole(0, indicator.outputs.length - 1);
    return { kind: 'indicator', name: indicator.name, output, inputs, params: random.pick(sets) };
  }
}
