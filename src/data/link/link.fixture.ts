import { deflateRawSync } from 'node:zlib';
import type { SharedDataset, SharedStrategy, TradeMark } from '../../core/share';
import { toBase64Url } from './base64url';
import { seal } from './envelope';

/** A dataset as a link tells it. */
export const sharedDataset = (change: Partial<SharedDataset> = {}): SharedDataset => ({
  alias: null,
  sha256: 'ab'.repeat(32),
  name: 'S&P 500, daily',
  rows: 5105,
  origin: 'sp500',
  source: 'vega-datasets 3.2.1, sp500-2000.csv',
  interval: '1d',
  zone: null,
  from: Date.UTC(2000, 0, 3),
  to: Date.UTC(2020, 3, 17),
  currency: null,
  barsPerYear: null,
  contract: {},
  ...change,
});

const MARKS: readonly TradeMark[] = [
  [0, 101, 130, 66, 1441.4721, 1412.5, -0.02],
  [0, 200, -1, 71, 1280.1, null, 0.2],
];

/** A strategy on one dataset, with every member filled. */
export const sharedStrategy = (change: Partial<SharedStrategy> = {}): SharedStrategy => ({
  script:
    "strategy('Golden cross', { fee: percent(0.1) })\nif (crossover(sma(close, 20), sma(close, 100))) buy()\n",
  parameters: { fast: 20, slow: 100 },
  settings: {},
  author: 'A. Smith',
  created: '2026-11-29',
  data: { sha256: 'ab'.repeat(32), sets: [sharedDataset()], currency: null, rates: [] },
  engine: '0.2.0',
  result: {
    hash: 'cd'.repeat(32),
    trades: 29,
    cagr: 0.0169,
    sharpe: 0.2645,
    maxDrawdown: 0.1766,
    tradeMarks: MARKS,
  },
  ...change,
});

/** The same rules on two instruments with a rate. */
export const sharedPortfolio = (): SharedStrategy =>
  sharedStrategy({
    data: {
      sha256: 'ef'.repeat(32),
      sets: [
        sharedDataset({
          alias: 'DAX',
          origin: null,
          currency: 'EUR',
          barsPerYear: 252,
          contract: { tickSize: 0.5 },
        }),
        sharedDataset({ alias: 'SPX', currency: 'USD', barsPerYear: 252 }),
      ],
      currency: 'USD',
      rates: [{ currency: 'EUR', rate: 1.1 }],
    },
  });

/** A payload with any content, sealed as a forger would. */
export const sealedText = (text: string, version = 2): string =>
  toBase64Url(seal(deflateRawSync(text), version));

export const sealed = (content: unknown, version = 2): string => sealedText(JSON.stringify(content), version);
