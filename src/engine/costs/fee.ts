import type { RunSettings } from '../../core/settings';

/** What an order has paid so far; fees are due on its total, so that minimum and maximum hold per order. */
export interface FeeAccount {
  /** Fee before minimum and maximum, account currency. */
  feeDue: number;
  feePaid: number;
  /** Value filled, account currency. */
  filledValue: number;
}

/** The account of an order that has paid nothing yet. */
export const newFeeAccount = (): FeeAccount => ({ feeDue: 0, feePaid: 0, filledValue: 0 });

interface Tier {
  readonly from: number;
  readonly rate: number;
}

/**
 * Fee of fills: percent of value (maker, taker, or by the value of the calendar month), per unit and per order, within
 * a minimum and a maximum per order. Account currency; below zero is a rebate.
 */
export class FeeModel {
  readonly #taker: number;
  readonly #maker: number;
  readonly #perUnit: number;
  readonly #perOrder: number;
  readonly #minimum: number;
  readonly #maximum: number;
  readonly #tiers: readonly Tier[];
  #month = NaN;
  #traded = 0;

  constructor(settings: RunSettings) {
    this.#taker = settings.feePercent / 100;
    const maker = settings.feeMakerPercent;
    this.#maker = Number.isNaN(maker) ? this.#taker : maker / 100;
    this.#perUnit = settings.feePerUnit;
    this.#perOrder = settings.feePerOrder;
    this.#minimum = settings.feeMinimum === 0 ? -Infinity : settings.feeMinimum;
    this.#maximum = settings.feeMaximumPercent === 0 ? Infinity : settings.feeMaximumPercent / 100;
    this.#tiers = readTiers(settings.feeTiers);
  }

  /** What a fill of `value` would cost an order that has paid nothing yet. */
  estimate(value: number, quantity: number, liquidity: 'maker' | 'taker'): number {
    return this.#bounded(this.#rate(liquidity) * value + this.#perUnit * quantity + this.#perOrder, value);
  }

  /** Charges a fill to the account of its order and answers what it costs. */
  charge(account: FeeAccount, value: number, quantity: number, liquidity: 'maker' | 'taker'): number {
    const first = account.filledValue === 0 ? this.#perOrder : 0;
    account.feeDue += this.#rate(liquidity) * value + this.#perUnit * quantity + first;
    account.filledValue += value;
    const fee = this.#bounded(account.feeDue, account.filledValue) - account.feePaid;
    account.feePaid += fee;
    this.#traded += value;
    return fee;
  }

  /** Tells the calendar month (any number that changes with it), from which tiers count. */
  enterMonth(month: number): void {
    if (month === this.#month) return;
    this.#month = month;
    this.#traded = 0;
  }

  get hasTiers(): boolean {
    return this.#tiers.length > 0;
  }

  #rate(liquidity: 'maker' | 'taker'): number {
    let rate = liquidity === 'maker' ? this.#maker : this.#taker;
    for (const tier of this.#tiers) if (this.#traded >= tier.from) rate = tier.rate;
    return rate;
  }

  #bounded(fee: number, value: number): number {
    const atLeast = this.#minimum > 0 && this.#minimum > fee ? this.#minimum : fee;
    return Math.min(atLeast, this.#maximum === Infinity ? Infinity : this.#maximum * value);
  }

  /** State for a snapshot. */
  save(): readonly [month: number, traded: number] {
    return [this.#month, this.#traded];
  }

  restore([month, traded]: readonly [month: number, traded: number]): void {
    this.#month = month;
    this.#traded = traded;
  }
}

function readTiers(text: string): readonly Tier[] {
  if (text === '') return [];
  return text
    .split(',')
    .map((step) => {
      const [from = NaN, percent = NaN] = step.split(':').map(Number);
      return { from, rate: percent / 100 };
    })
    .toSorted((a, b) => a.from - b.from);
}
