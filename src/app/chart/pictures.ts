import type { ChartView } from './chart-view.svelte';
import { drawBackgrounds, drawWords } from './draw/annotations';
import { drawCandles } from './draw/candles';
import { drawBands, drawHistograms, drawMarks } from './draw/studies';
import { drawLevels, drawTints, drawTrades } from './draw/trades';
import { seriesColour } from './palette';
import { AXIS_WIDTH, type Pane } from './panes';
import type { PlotLine, PlotPicture, Surface } from './plot';

/** Points up to which holding is dashed; above, it is a thin line. */
const DASHED_UP_TO = 1500;
const LINE = 1.75;
/** Opacity of lines that are not the highlighted one. */
const FADED = 0.2;
/** Opacity of lines that are about to be replaced. */
const STALE = 0.6;

/** What a pane shows now; null until the chart has a size. */
export function pictureOf(view: ChartView, pane: Pane): PlotPicture | null {
  if (view.width < AXIS_WIDTH + 20 || pane.height < 8) return null;
  const { palette, marks, range, timeTicks } = view;
  const scale = view.scaleOf(pane);
  const base = {
    width: view.width,
    height: pane.height,
    axisWidth: AXIS_WIDTH,
    count: view.count,
    range,
    scale,
    palette,
    gridX: timeTicks.map(({ bar, rank }) => ({ bar, strong: rank === 3 })),
    gridY: view.axisOf(pane).ticks,
  };
  const tints = (surface: Surface): void => {
    drawBackgrounds(surface, view.inputs.annotations, range, palette);
    drawTints(surface, marks, palette);
  };
  switch (pane.kind) {
    case 'price':
      return { ...base, ...pricePicture(view) };
    case 'own':
      return { ...base, lines: ownLines(view, pane), below: tints };
    case 'study':
      return { ...base, ...studyPicture(view, pane, tints), baseline: 0 };
    case 'equity':
      return { ...base, lines: equityLines(view), below: tints, baseline: 0 };
    case 'drawdown':
      return { ...base, lines: drawdownLines(view), below: tints };
  }
}

function pricePicture(view: ChartView): Pick<PlotPicture, 'lines' | 'below' | 'above'> {
  const { inputs, palette, marks, range, priceScale, levels } = view;
  const { annotations, bars, highlight, plots } = inputs;
  const { studies } = view.pricePane;
  const lines = plots.flatMap((plot, k): PlotLine[] => {
    if (plot.pane !== 'price' || plot.kind !== 'number') return [];
    const alpha = highlight === null || highlight === plot.name ? 1 : FADED;
    return [{ values: plot.values, colour: seriesColour(palette, k), width: LINE, alpha }];
  });
  return {
    lines: [...lines, ...studyLines(view, view.pricePane)],
    below: (surface) => {
      drawBackgrounds(surface, annotations, range, palette);
      drawTints(surface, marks, palette);
      drawBands(surface, studies, range, priceScale, palette);
      drawCandles(surface, bars, range, priceScale, palette);
    },
    above: (surface) => {
      drawMarks(surface, studies, bars, range, priceScale, palette);
      drawWords(surface, annotations, bars, range, priceScale, palette);
      drawLevels(surface, levels.levels, levels.fromX, priceScale, palette);
      drawTrades(surface, marks, palette);
    },
  };
}

function studyPicture(
  view: ChartView,
  pane: Pane,
  tints: (surface: Surface) => void,
): Pick<PlotPicture, 'lines' | 'below'> {
  const { range, palette } = view;
  const scale = view.scaleOf(pane);
  return {
    lines: studyLines(view, pane),
    below: (surface) => {
      tints(surface);
      drawBands(surface, pane.studies, range, scale, palette);
      drawHistograms(surface, pane.studies, range, scale, palette);
    },
  };
}

const studyLines = ({ palette }: ChartView, { studies }: Pane): PlotLine[] =>
  studies
    .flatMap(({ series, stale }) => series.map((line) => ({ ...line, alpha: stale ? STALE : 1 })))
    .filter(({ style }) => style === 'line')
    .map(({ values, colour, dash, alpha }) => ({
      values,
      colour: seriesColour(palette, colour),
      width: LINE,
      dash,
      alpha,
    }));

function ownLines({ palette }: ChartView, { plot, plotIndex }: Pane): PlotLine[] {
  return plot ? [{ values: plot.values, colour: seriesColour(palette, plotIndex), width: LINE }] : [];
}

function equityLines(view: ChartView): PlotLine[] {
  const { inputs, palette, rows, equityBase, holdingBase } = view;
  const dashed = rows.last - rows.first <= DASHED_UP_TO;
  const holding: PlotLine[] = inputs.holding
    ? [
        {
          values: inputs.holding,
          shown: (value) => value / holdingBase - 1,
          colour: palette.bench,
          width: dashed ? 1.25 : 1,
          dash: dashed ? [4, 3] : [],
        },
      ]
    : [];
  const own: PlotLine[] = inputs.equity
    ? [{ values: inputs.equity, shown: (value) => value / equityBase - 1, colour: palette.t1, width: LINE }]
    : [];
  return [...holding, ...own];
}

function drawdownLines({ inputs, palette }: ChartView): PlotLine[] {
  if (!inputs.drawdown) return [];
  const area = { to: 0, colour: withAlpha(palette.dn, 0.25) };
  return [{ values: inputs.drawdown, shown: (value) => -value, colour: palette.dn, width: 1.25, area }];
}

/** A token with an opacity in [0, 1], as a CSS colour. */
export const withAlpha = (colour: string, alpha: number): string =>
  `color-mix(in srgb, ${colour} ${alpha * 100}%, transparent)`;
