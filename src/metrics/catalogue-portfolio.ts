import type { CatalogueEntry } from './catalogue-entry';

/** How the account was invested and what earned its profit. */
export const PORTFOLIO_ENTRIES: readonly CatalogueEntry[] = [
  {
    group: 'portfolio',
    key: 'exposureShares',
    title: 'Exposure shares',
    unit: 'fractions',
    formula:
      'shares of the bars that end long, short and flat; mean net, mean gross and greatest gross position / equity',
    reference: null,
    minimum: '1 bar',
  },
  {
    group: 'portfolio',
    key: 'turnover',
    title: 'Turnover, yearly',
    unit: 'multiple a year',
    formula: 'mean of value bought and sold on a bar / equity at its close × bars a year',
    reference: 'pyfolio',
    minimum: '1 bar, equity above 0',
  },
  {
    group: 'portfolio',
    key: 'carriedCash',
    title: 'Cash that holding brought',
    unit: 'money',
    formula:
      'sums of dividends, interest, borrow fees and funding in the currency of the account, what goes out below 0',
    reference: null,
    minimum: 'none (0 for what never happened)',
  },
  {
    group: 'portfolio',
    key: 'concentration',
    title: 'Concentration',
    unit: 'fraction',
    formula:
      'sum of squared shares of the assets in the gross position value (Herfindahl), mean over the bars with a position',
    reference: 'Hirschman, 1964',
    minimum: '2 assets and a position',
  },
  {
    group: 'portfolio',
    key: 'attributeByTag',
    title: 'Profit by tag',
    unit: 'table of money',
    formula: 'sum of the profits after costs by tag of the entry, the open trade included',
    reference: null,
    minimum: 'none (no rows)',
  },
  {
    group: 'portfolio',
    key: 'attributeByPeriod',
    title: 'Profit by calendar period',
    unit: 'table of money',
    formula: 'last equity in the year, quarter or month (UTC) − the last before it',
    reference: null,
    minimum: '1 bar',
  },
];

/** How sure a figure is. */
export const CONFIDENCE_ENTRIES: readonly CatalogueEntry[] = [
  {
    group: 'confidence',
    key: 'blockLength',
    title: 'Block length of the bootstrap',
    unit: 'rows',
    formula: '(G² n / D) ^ (1/3), flat-top window',
    reference: 'Politis and White, 2004; Patton, Politis and White, 2009; arch',
    minimum: '30 values that differ',
  },
  {
    group: 'confidence',
    key: 'percentileInterval',
    title: 'Percentile interval',
    unit: 'as the figure',
    formula: 'quantiles (1 − confidence) / 2 and 1 − that of the resamples',
    reference: 'Efron and Tibshirani, 1993',
    minimum: 'given resamples',
  },
  {
    group: 'confidence',
    key: 'bcaInterval',
    title: 'BCa interval',
    unit: 'as the figure',
    formula:
      'quantiles of the resamples at Φ(z0 + (z0 + z) / (1 − a (z0 + z))), z0 the bias and a the acceleration by the jackknife',
    reference: 'Efron, 1987',
    minimum: 'an estimate among the resamples',
  },
  {
    group: 'confidence',
    key: 'bootstrapInterval',
    title: 'Intervals of any figure',
    unit: 'as the figure',
    formula: 'percentile and BCa intervals over resamples of the stationary block bootstrap',
    reference: 'Politis and Romano, 1994',
    minimum: '30 rows',
  },
  {
    group: 'confidence',
    key: 'figureIntervals',
    title: 'Intervals of the headline figures',
    unit: 'as each figure',
    formula:
      'those of growth, volatility, Sharpe, Sortino, deepest fall, Calmar, alpha and beta from the same resampled bars; of win rate, profit factor, expectancy and average trade from resampled trades',
    reference: 'Politis and Romano, 1994',
    minimum: '30 returns; 30 trades',
  },
  {
    group: 'confidence',
    key: 'stationaryVariance',
    title: 'Long-run variance under the stationary bootstrap',
    unit: 'square of the values',
    formula:
      'γ(0) + 2 Σ κ(i) γ(i), κ(i) = (1 − i / n) (1 − q)^i + (i / n) (1 − q)^(n − i), q = 1 / mean block',
    reference: 'Politis and Romano, 1994; Hansen, 2005; arch',
    minimum: '2 values',
  },
  {
    group: 'confidence',
    key: 'minimumBacktestLength',
    title: 'Minimum backtest length',
    unit: 'years',
    formula: '(((1 − γ) Φ⁻¹(1 − 1 / N) + γ Φ⁻¹(1 − 1 / (N e))) / Sharpe a year)²',
    reference: 'Bailey, Borwein, López de Prado and Zhu, 2014',
    minimum: 'a Sharpe above zero',
  },
];
