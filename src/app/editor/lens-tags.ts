import type { SeriesValues } from '../../research/outcome';
import { formatSeriesValue } from '../price';

/** The value of one line of the script at a bar. */
export interface LensTag {
  /** From 1. */
  readonly line: number;
  readonly name: string;
  /** As `2,981.35`, `false`; `n/a` during warm-up. */
  readonly text: string;
  /** Colour of its plot, 1 to 6; null when it is not drawn. */
  readonly series: number | null;
}

/** How many colours a chart has before they repeat. */
const SERIES_COLOURS = 6;

/** Colour of a plotted name, 1 to 6 in order of the plots; null when it is not drawn. */
export function seriesColour(plots: readonly SeriesValues[], name: string): number | null {
  const index = plots.findIndex((plot) => plot.name === name);
  return index < 0 ? null : (index % SERIES_COLOURS) + 1;
}

/**
 * What each named line and each condition is worth at `bar`.
 *
 * @param bar  row of the dataset; outside it there are no tags
 * @param decimals  of the prices of the dataset
 */
export function lensTags(
  lenses: readonly SeriesValues[],
  plots: readonly SeriesValues[],
  bar: number,
  decimals: number,
): LensTag[] {
  const tags: LensTag[] = [];
  for (const lens of lenses) {
    const value = lens.values[bar];
    if (value === undefined) continue;
    const series = seriesColour(plots, lens.name);
    tags.push({ line: lens.line, name: lens.name, text: tagText(lens, value, decimals), series });
  }
  return tags;
}

function tagText(lens: SeriesValues, value: number, decimals: number): string {
  if (Number.isNaN(value)) return 'n/a';
  return lens.kind === 'bool' ? String(value !== 0) : formatSeriesValue(lens.pane, value, decimals);
}
