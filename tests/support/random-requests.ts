import type { OrderRequest, OrderTerms, Sizing, Trail } from '../../src/core/order';
import type { MarketView } from '../../src/core/strategy';
import type { RandomSource } from './random-source';

const ABSURD = [NaN, 0, -1, 1e300, -1e300, Infinity, -Infinity, 1e-300];
const ALL = ['enter', 'enter', 'enter', 'exit', 'order', 'order', 'target', 'cancel'] as const;
const RELATIVE = ['enter', 'enter', 'exit', 'cancel'] as const;
const TAGS = ['', '', 'a', 'b'];

/** What a request is drawn for. */
export interface RequestShape {
  /** Row of the instrument. */
  readonly market: number;
  /** Share of the numbers that make no sense. */
  readonly absurd: number;
  /** Whether sizes and distances are all relative to equity and price. */
  readonly isRelative: boolean;
}

/** Any request of the vocabulary, at levels around the price of its market. */
export function drawRequest(random: RandomSource, view: MarketView, shape: RequestShape): OrderRequest {
  const { market, absurd } = shape;
  const draw = new RequestDraw(random, view, shape);
  const terms = {
    ...draw.terms(),
    market: random.chance(absurd / 4) ? random.pick([-1, 99, NaN, 0.5]) : market,
  };
  if (shape.isRelative && random.chance(0.3))
    return { kind: 'target', weight: draw.number(-1.2, 1.2), ...terms };
  switch (random.pick(shape.isRelative ? RELATIVE : ALL)) {
    case 'enter':
      return { kind: 'enter', side: draw.side, sizing: draw.sizing(), ...draw.bracket(), ...terms };
    case 'exit': {
      const fraction = random.maybe(0.4, () => draw.number(0, 1.2), 1);
      return {
        kind: 'exit',
        fraction,
        ...random.some(0.2, () => ({ position: draw.position })),
        ...terms,
      };
    }
    case 'order':
      return {
        kind: 'order',
        side: draw.side,
        units: draw.units(),
        reduceOnly: random.chance(0.3),
        ...terms,
      };
    case 'target':
      return { kind: 'target', weight: draw.number(-1.2, 1.2), ...terms };
    case 'cancel':
      return {
        kind: 'cancel',
        market: terms.market,
        ...random.some(0.5, () => ({ tag: random.pick(TAGS) })),
      };
  }
}

class RequestDraw {
  readonly side;
  readonly position;
  readonly #random: RandomSource;
  readonly #price: number;
  readonly #absurd: number;
  readonly #isRelative: boolean;

  constructor(random: RandomSource, view: MarketView, { absurd, isRelative }: RequestShape) {
    this.#isRelative = isRelative;
    this.#random = random;
    this.#absurd = absurd;
    this.#price = view.bar.close > 0 && view.bar.close < 1e9 ? view.bar.close : 100;
    this.side = random.pick(['buy', 'sell'] as const);
    this.position = random.pick(['long', 'short'] as const);
  }

  number(min: number, max: number): number {
    return this.#random.chance(this.#absurd) ? this.#random.pick(ABSURD) : this.#random.between(min, max);
  }

  units(): number {
    const scale = this.#random.pick([10, 100, 5000]);
    return this.number(0, scale);
  }

  /** A price above (1) or below (-1) the last close, by up to a share of it. */
  #level(sign: number, share = 0.06): number {
    const away = this.#random.between(-0.01, share);
    return this.#random.chance(this.#absurd) ? this.#random.pick(ABSURD) : this.#price * (1 + sign * away);
  }

  sizing(): Sizing {
    const random = this.#random;
    switch (this.#isRelative ? random.whole(2, 7) : random.whole(0, 7)) {
      case 0:
        return { kind: 'units', units: this.units() };
      case 1:
        return { kind: 'cash', amount: this.number(0, 50_000) };
      case 2:
        return { kind: 'percent_of_equity', percent: this.number(0, 120) };
      case 3:
        return { kind: 'risk_percent', percent: this.number(0, 3) };
      case 4:
        return { kind: 'inverse_volatility', percent: this.number(0, 100), bars: random.whole(1, 8) };
      case 5:
        return { kind: 'volatility_target', percent: this.number(0, 30), bars: random.whole(1, 8) };
      case 6:
        return { kind: 'kelly', fraction: this.number(0, 1), start: this.number(0, 20) };
      default:
        return { kind: 'equal_weight' };
    }
  }

  trail(): Trail {
    const random = this.#random;
    switch (random.whole(0, 2)) {
      case 0:
        return { kind: 'amount', distance: this.#price * this.number(0.001, 0.05) };
      case 1:
        return { kind: 'percent', distance: this.number(0.1, 6) };
      default: {
        const period = random.chance(this.#absurd) ? random.pick([0, -3, 1.5, NaN, 1e9]) : random.whole(1, 6);
        return { kind: 'atr', distance: this.number(0.1, 3), period };
      }
    }
  }

  bracket(): object {
    const random = this.#random;
    const sign = this.side === 'buy' ? 1 : -1;
    return {
      ...random.some(0.4, () => ({ stop: this.#level(-sign) })),
      ...random.some(0.4, () => ({ target: this.#level(sign) })),
      ...random.some(0.2, () => ({ trailing: this.trail() })),
    };
  }

  terms(): OrderTerms {
    const random = this.#random;
    const sign = this.side === 'buy' ? 1 : -1;
    return {
      ...random.pick([
        () => ({}),
        () => ({}),
        () => ({}),
        () => ({ limit: this.#level(-sign) }),
        () => ({ trigger: this.#level(sign) }),
        () => ({ touch: this.#level(-sign) }),
        () => ({ trigger: this.#level(sign), limit: this.#level(sign) }),
        () => ({ touch: this.#level(-sign), limit: this.#level(-sign) }),
        () => ({ trail: this.trail() }),
        () => ({ auction: random.pick(['open', 'close'] as const) }),
      ])(),
      ...random.some(0.4, () => ({ timeInForce: random.pick(['gtc', 'day', 'ioc', 'fok', 'gtd'] as const) })),
      ...random.some(0.4, () => ({ expires: this.number(Date.UTC(2020, 0, 1), Date.UTC(2020, 5, 1)) })),
      postOnly: random.chance(0.1),
      ...random.some(0.15, () => ({ group: random.pick(['g', 'h']) })),
      tag: random.pick(TAGS),
    };
  }
}
