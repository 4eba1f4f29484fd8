import type { ChartView } from './chart-view.svelte';
import { fitRange, pan, reveal, revealSpan, span, zoom } from './geometry/range';
import { lastBarOf } from './trade-marks';

/** What a key did, so that it can be said. */
export type KeyEffect =
  | { readonly kind: 'bar'; readonly bar: number }
  | { readonly kind: 'trade'; readonly trade: number }
  | { readonly kind: 'view' };

/**
 * Keys of the focused chart (UI.md section 8).
 *
 * @returns  what happened; null when the key means nothing here and must be left to others
 */
export function chartKey(view: ChartView, event: KeyboardEvent): KeyEffect | null {
  if (view.count === 0 || event.altKey) return null;
  const command = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = event.key === 'ArrowLeft' ? -1 : 1;
      if (command) return moved(view, direction);
      return toBar(view, (view.cursor ?? view.rows.last - 1) + direction * (event.shiftKey ? 10 : 1));
    }
    case 'ArrowUp':
    case 'ArrowDown':
      return command ? scaled(view, event.key === 'ArrowUp' ? 0.8 : 1.25) : null;
    case 'Home':
      return command ? null : toBar(view, 0);
    case 'End':
      return command ? null : toBar(view, view.count - 1);
    case 'n':
    case 'N':
      return command ? null : toTrade(view, 1);
    case 'p':
    case 'P':
      return command ? null : toTrade(view, -1);
    case 'm':
    case 'M':
      if (command) return null;
      view.inputs.measuring = !view.inputs.measuring;
      return { kind: 'view' };
    case 'Escape':
      return cleared(view);
    default:
      return null;
  }
}

function toBar(view: ChartView, wanted: number): KeyEffect {
  const bar = Math.min(Math.max(wanted, 0), view.count - 1);
  view.pointer = null;
  view.hovered = null;
  view.inputs.cursor = bar;
  view.show(reveal(view.range, bar, view.count));
  return { kind: 'bar', bar };
}

function moved(view: ChartView, direction: number): KeyEffect {
  view.show(pan(view.range, direction * span(view.range) * 0.5, view.count));
  return { kind: 'view' };
}

function scaled(view: ChartView, factor: number): KeyEffect {
  const anchor = view.cursor ?? (view.range.from + view.range.to) / 2;
  view.show(zoom(view.range, factor, anchor, view.count));
  return { kind: 'view' };
}

/** Selects the next or previous trade and brings it on screen; from none, the first or the last. */
function toTrade(view: ChartView, direction: 1 | -1): KeyEffect | null {
  const { trades, selectedTrade, onSelectTrade } = view.inputs;
  if (trades.length === 0) return null;
  const from = selectedTrade ?? (direction === 1 ? -1 : trades.length);
  const trade = Math.min(Math.max(from + direction, 0), trades.length - 1);
  const chosen = trades[trade];
  if (chosen) view.show(revealSpan(view.range, chosen.entryBar, lastBarOf(chosen, view.count), view.count));
  onSelectTrade(trade);
  return { kind: 'trade', trade };
}

/** Leaves measuring first, then the cursor, then the selected trade. */
function cleared(view: ChartView): KeyEffect | null {
  const { inputs } = view;
  if (inputs.measuring || view.measured) {
    inputs.measuring = false;
    view.measured = null;
  } else if (inputs.cursor !== null) inputs.cursor = null;
  else if (inputs.selectedTrade !== null) inputs.onSelectTrade(null);
  else return null;
  return { kind: 'view' };
}

/** Shows all bars at the data's own scale. */
export function fit(view: ChartView): void {
  view.stretch = { factor: 1, shift: 0 };
  view.show(fitRange(view.count));
}
