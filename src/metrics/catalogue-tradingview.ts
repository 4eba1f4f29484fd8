import type { CatalogueEntry } from './catalogue-entry';

/** Figures as TradingView's strategy report defines them. */
export const TRADINGVIEW_ENTRIES: readonly CatalogueEntry[] = [
  row(
    'grossProfit',
    'Gross profit',
    'money',
    'sum of the profits after costs of the trades above 0',
    'none (0 without trades)',
  ),
  row(
    'grossLoss',
    'Gross loss',
    'money',
    'size of the sum of the losses after costs of the trades below 0',
    'none (0 without trades)',
  ),
  row(
    'tradeExcursions',
    'Max equity drawdown and run-up',
    'money',
    'by trade, inside bars: highest realised equity − equity at entry + quantity × worst price against the entry; equity at entry − lowest realised equity + quantity × best price for it',
    'none (0 without trades)',
  ),
  row(
    'realisedReturns',
    'Realised returns by month or day',
    'table of fractions',
    'capital and profits of the ended trades at a month’s end over those at the end of the month before − 1; of days when the bars lie in fewer than 3 months',
    '3 days',
  ),
  row(
    'realisedSharpe',
    'Sharpe, by month',
    'ratio a month',
    '(mean of the realised returns − risk-free rate / 12) / deviation of the realised returns (divisor n), 2 % a year risk-free, not annualised',
    '3 months (3 days by day)',
  ),
  row(
    'realisedSortino',
    'Sortino, by month',
    'ratio a month',
    '(mean of the realised returns − target) / √(mean of min(0, r − target)²), target the risk-free rate / 12, 2 % a year, not annualised',
    '3 months (3 days by day), one below the target',
  ),
  row('buyAndHold', 'Buy and hold', 'fraction', 'last close / price of the first entry − 1', '1 trade'),
  row(
    'largestPosition',
    'Most units held',
    'units',
    'greatest sum of the quantities of trades held at once',
    'none (0 without trades)',
  ),
];

function row(key: string, title: string, unit: string, formula: string, minimum: string): CatalogueEntry {
  return { key, group: 'tradingview', title, unit, formula, reference: 'TradingView, help centre', minimum };
}
