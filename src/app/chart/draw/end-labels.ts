import type { ChartView } from '../chart-view.svelte';
import { pushApart } from '../geometry/labels';
import { seriesColour } from '../palette';
import type { Pane } from '../panes';
import type { Column } from '../../../core/column';

/** The name of a line at its right end, CSS pixels of the stack. */
export interface EndLabel {
  readonly text: string;
  readonly colour: string;
  /** Right edge. */
  readonly x: number;
  /** Middle. */
  readonly y: number;
}

/** Lines up to which colours alone tell them apart. */
const PLAIN_LINES = 2;
const HEIGHT = 14;
const MARGIN = 6;

interface NamedLine {
  readonly text: string;
  readonly colour: string;
  readonly values: Column;
}

/** Labels of a pane's lines; none where it has two lines or fewer, or no room for all names. */
export function endLabels(view: ChartView, pane: Pane): EndLabel[] {
  const lines = namedLines(view, pane);
  if (lines.length <= PLAIN_LINES || pane.studies.length === 0 || view.inputs.phone) return [];
  const scale = view.scaleOf(pane);
  const { first, last } = view.rows;
  const ends = lines.flatMap(({ text, colour, values }) => {
    let row = last - 1;
    while (row >= first && Number.isNaN(values[row]!)) row--;
    const y = row >= first ? scale.toY(values[row]!) : NaN;
    return y >= 0 && y <= pane.height ? [{ text, colour, y }] : [];
  });
  const from = pane.kind === 'price' ? view.legendHeight + MARGIN : 0;
  if (ends.length * HEIGHT > pane.height - from) return [];
  const places = pushApart(
    ends.map(({ y }) => ({ at: y - from, size: HEIGHT })),
    pane.height - from,
  );
  const x = view.plotWidth - MARGIN;
  return ends.map(({ text, colour, y }, k) => ({ text, colour, x, y: pane.top + from + (places[k] ?? y) }));
}

function namedLines({ inputs, palette }: ChartView, pane: Pane): NamedLine[] {
  const script = inputs.plots.flatMap(({ name, values, kind, pane: where }, k) =>
    pane.kind === 'price' && where === 'price' && kind === 'number'
      ? [{ text: name, colour: seriesColour(palette, k), values }]
      : [],
  );
  const studies = pane.studies.flatMap(({ title, series }) =>
    series
      .filter(({ style }) => style === 'line')
      .map(({ name, colour, values }) => ({
        text: name || title,
        colour: seriesColour(palette, colour),
        values,
      })),
  );
  return [...script, ...studies];
}
