import { real } from '../parameters';

/** Bars a year by which a figure per bar is annualised: 252 for daily bars of a stock exchange, 1 for none. */
export const BARS_PER_YEAR = real('barsPerYear', 252, { min: 1, max: 31_622_400 });
