import type { SeriesValues } from '../../research/outcome';
import { seriesColour } from './lens-tags';

/** What a parameter drives: the plotted lines that depend on it, else other named values. */
export interface Drives {
  readonly names: readonly string[];
  /** Colour of the first line, 1 to 6; null when none is drawn. */
  readonly series: number | null;
}

/** What the parameter `name` drives in a finished run. */
export function drivesOf(
  name: string,
  plots: readonly SeriesValues[],
  lenses: readonly SeriesValues[],
): Drives {
  const byParam = (lines: readonly SeriesValues[]): string[] =>
    lines.filter((line) => line.kind === 'number' && line.params.includes(name)).map((line) => line.name);
  const plotted = byParam(plots);
  const names = plotted.length > 0 ? plotted : byParam(lenses);
  return { names, series: names[0] === undefined ? null : seriesColour(plots, names[0]) };
}
