/** A market print. */
export interface TradeTick {
  readonly kind: 'trade';
  /** When it happened and when it was known here, Unix milliseconds. */
  readonly eventTime: number;
  readonly receivedTime: number;
  readonly price: number;
  readonly quantity: number;
  /** Side that took the liquidity; null where the feed does not say. */
  readonly aggressor: 'buy' | 'sell' | null;
}

/** A change of the best prices. */
export interface QuoteTick {
  readonly kind: 'quote';
  readonly eventTime: number;
  readonly receivedTime: number;
  readonly bid: number;
  readonly bidSize: number;
  readonly ask: number;
  readonly askSize: number;
}
