import { formatInteger } from '../../format';

/** A window to choose, in returns. */
export interface RollingWindow {
  readonly window: number;
  /** As `1 year, 252 returns`. */
  readonly words: string;
}

const SPANS = [
  { years: 1 / 12, words: '1 month' },
  { years: 1 / 4, words: '3 months' },
  { years: 1 / 2, words: '6 months' },
  { years: 1, words: '1 year' },
  { years: 2, words: '2 years' },
  { years: 3, words: '3 years' },
  { years: 5, words: '5 years' },
];

/** Fewest returns from which a ratio is worth drawing. */
const FEWEST = 20;

/**
 * Windows that a run can be looked at through: at least 20 returns, at most half of the run, and always the one given.
 *
 * @param own  window of the tearsheet, returns
 */
export function rollingWindows(barsPerYear: number, bars: number, own: number): readonly RollingWindow[] {
  const named = SPANS.map(({ years, words }) => {
    const window = Math.round(barsPerYear * years);
    return { window, words: `${words}, ${formatInteger(window)} returns` };
  }).filter(({ window }) => window >= FEWEST && window <= bars / 2);
  if (named.some(({ window }) => window === own)) return named;
  return [...named, { window: own, words: `${formatInteger(own)} returns` }].sort(
    (a, b) => a.window - b.window,
  );
}
