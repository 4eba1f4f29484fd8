import { formatCount, formatNumber, formatPercent } from '../format';
import type { ChartView } from './chart-view.svelte';
import type { MeasureBox } from './draw/live';

/** The measurement on screen as a box with its change in price, percent and bars; null when there is none. */
export function measureBox(view: ChartView): MeasureBox | null {
  if (!view.measured) return null;
  const { from, to } = view.measured;
  const change = to.price - from.price;
  const bars = Math.abs(to.bar - from.bar);
  const price = formatNumber(change, { decimals: view.decimals, signed: true });
  const percent = formatPercent(to.price / from.price - 1, { decimals: 2, signed: true });
  return {
    x0: view.xOf(from.bar),
    y0: view.priceScale.toY(from.price),
    x1: view.xOf(to.bar),
    y1: view.priceScale.toY(to.price),
    gain: change >= 0,
    text: `${price}, ${percent}, ${formatCount(bars, 'bar')}`,
  };
}
