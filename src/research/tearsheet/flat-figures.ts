import type { SideGroup, Tearsheet } from './shape';

/** A prefix before a key of a table by side: `winRate` of long trades is `longWinRate`. */
const sideKey = (side: 'long' | 'short', key: string): string =>
  side + key.slice(0, 1).toUpperCase() + key.slice(1);

/**
 * All figures of a tearsheet by key: `metrics` of `backtab backtest --json`. Figures of trades stand three times, as
 * `winRate`, `longWinRate` and `shortWinRate`.
 *
 * @param sheet  a tearsheet
 * @returns      fractions, not percents; null where undefined
 */
export function flatFigures(sheet: Tearsheet): Readonly<Record<string, number | null>> {
  const single = sheet.groups.flatMap(({ figures }) =>
    figures.map(({ key, value }) => [key, value] as const),
  );
  return Object.fromEntries([...single, ...sideEntries(sheet.trades), ...sideEntries(sheet.tradingView)]);
}

const sideEntries = ({ rows }: SideGroup): (readonly [string, number | null])[] =>
  rows.flatMap(({ key, all, long, short }) => [
    [key, all.value] as const,
    [sideKey('long', key), long.value] as const,
    [sideKey('short', key), short.value] as const,
  ]);
