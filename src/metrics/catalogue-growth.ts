import type { CatalogueEntry } from './catalogue-entry';

/** Returns and growth. */
export const GROWTH_ENTRIES: readonly CatalogueEntry[] = [
  {
    key: 'annualReturn',
    group: 'growth',
    title: 'Annual return by bars',
    unit: 'fraction a year',
    formula: 'product of (1 + r) ^ (bars a year / n) − 1',
    reference: 'empyrical-reloaded `annual_return`',
    minimum: '1 return',
  },
  {
    key: 'monthReturns',
    group: 'growth',
    title: 'Table of months and years',
    unit: 'table of fractions',
    formula: 'last equity of the month over the last before it − 1; a year compounds its months',
    reference: 'empyrical-reloaded `aggregate_returns`',
    minimum: '1 bar',
  },
  {
    key: 'periodReturns',
    group: 'growth',
    title: 'Returns by day, month or year',
    unit: 'table of fractions',
    formula: 'last equity of the period over the last before it − 1',
    reference: 'pandas `resample`',
    minimum: '1 bar',
  },
  {
    key: 'bestAndWorstPeriod',
    group: 'growth',
    title: 'Best and worst day, month, year',
    unit: 'fraction',
    formula: 'greatest and least return of a period',
    reference: 'quantstats `best`, `worst`',
    minimum: '2 bars',
  },
  {
    key: 'positiveShare',
    group: 'growth',
    title: 'Winning days',
    unit: 'fraction',
    formula: 'returns above zero / returns other than zero',
    reference: 'quantstats `win_rate`',
    minimum: '1 return other than zero',
  },
];
