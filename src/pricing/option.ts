/** A European option, and the market that it is valued in. */
export interface OptionTerms {
  readonly kind: 'call' | 'put';
  /** Price of the underlying, above 0. */
  readonly spot: number;
  /** Above 0. */
  readonly strike: number;
  /** Years to expiry, 0 or more. */
  readonly years: number;
  /** Interest a year, continuously compounded. */
  readonly rate: number;
  /** Yield of the underlying a year, continuously compounded: dividends, or interest in the other currency. */
  readonly yield: number;
}

/** What the option pays if it is exercised at a price of the underlying. */
export const payoff = ({ kind, strike }: Pick<OptionTerms, 'kind' | 'strike'>, price: number): number =>
  Math.max(kind === 'call' ? price - strike : strike - price, 0);
