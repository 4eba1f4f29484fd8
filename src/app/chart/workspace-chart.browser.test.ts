import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Bars } from '../../core/bars';
import type { Trade } from '../../core/order';
import type { SeriesValues } from '../../research/outcome';
import '../styles/tokens.css';
import WorkspaceChart from './WorkspaceChart.svelte';
import { PATIENT } from '../../../tests/support/patient';

const COUNT = 400;
const DAY = 86_400_000;
const START = Date.UTC(2018, 0, 1);

const column = (value: (i: number) => number): Float64Array<ArrayBuffer> =>
  Float64Array.from({ length: COUNT }, (_, i) => value(i));
const price = (i: number): number => 100 + 10 * Math.sin(i / 20);

const bars: Bars = {
  time: column((i) => START + i * DAY),
  open: column(price),
  high: column((i) => price(i) + 1),
  low: column((i) => price(i) - 1),
  close: column((i) => price(i) + (i % 2 ? 0.5 : -0.5)),
  volume: column(() => 1000),
  extra: {},
};

/** Known on the right half of the last 200 bars only. */
const late: SeriesValues = {
  name: 'late',
  pane: 'price',
  kind: 'number',
  values: column((i) => (i < 300 ? NaN : 100)),
  from: 0,
  to: 4,
  line: 3,
  params: [],
};

const trade: Trade = {
  market: 0,
  side: 'long',
  quantity: 10,
  entryTime: START + 320 * DAY,
  exitTime: START + 360 * DAY,
  entryBar: 320,
  exitBar: 360,
  entryPrice: price(320),
  exitPrice: price(360),
  grossPnl: 1,
  costs: 0,
  pnl: 1,
  return: 0.03,
  mae: -0.01,
  mfe: 0.04,
  entryReason: 'crossover(quick, steady)',
  exitReason: 'crossunder(quick, steady)',
  exitKind: 'filled_at_open',
  tag: '',
  ambiguous: false,
  stop: 90,
  target: NaN,
};

let host: HTMLElement;
let component: Record<string, unknown>;
const onSelectTrade = vi.fn<(trade: number | null) => void>();

const stage = (): HTMLElement => host.querySelector('[role=application]') as HTMLElement;
const live = (): HTMLElement => host.querySelector('[aria-live=polite]') as HTMLElement;
const pricePlot = (): HTMLCanvasElement =>
  host.querySelector('[data-pane=price] canvas') as HTMLCanvasElement;
const slider = (name: string): HTMLElement =>
  host.querySelector(`[role=slider][aria-label="${name}"]`) as HTMLElement;

/** How many pixels of a part of the price plot are near a colour; the part in shares of its width. */
function pixelsNear(colour: readonly [number, number, number], from: number, to: number): number {
  const canvas = pricePlot();
  if (!canvas) return 0;
  const x = Math.floor(canvas.width * from);
  const width = Math.floor(canvas.width * to) - x;
  const { data } = canvas.getContext('2d')?.getImageData(x, 0, width, canvas.height) ?? { data: [] };
  let found = 0;
  for (let k = 0; k < data.length; k += 4) {
    const near = colour.every((value, c) => Math.abs((data[k + c] ?? 0) - value) < 12);
    if (near && (data[k + 3] ?? 0) > 200) found++;
  }
  return found;
}

/** The first line of the palette, `--s1`, in each theme. */
const S1 = { dark: [0xf0, 0xcf, 0x6a], light: [0xb3, 0x86, 0x00] } as const;

beforeEach(async () => {
  await page.viewport(1000, 700);
  document.documentElement.dataset['theme'] = 'dark';
  onSelectTrade.mockReset();
  host = document.createElement('div');
  host.style.cssText = 'position:fixed;top:0;left:0;width:860px;height:520px';
  document.body.append(host);
  const props = {
    bars,
    name: 'Sine',
    interval: '1d',
    zone: 'UTC',
    synthetic: true,
    plots: [late],
    trades: [trade],
    equity: column((i) => 1000 + i),
    drawdown: column(() => 0.1),
    holding: column((i) => 1000 * (price(i) / 100)),
    onSelectTrade,
  };
  component = mount(WorkspaceChart, { target: host, props });
  flushSync();
  await vi.waitUntil(() => pixelsNear(S1.dark, 0.6, 0.9) > 50);
});

afterEach(async () => {
  await unmount(component);
  host.remove();
});

describe('workspace chart', () => {
  it('has a name, a summary and the badge of synthetic data', () => {
    expect(stage().getAttribute('aria-label')).toBe('Chart of Sine');
    const summary = document.getElementById(stage().getAttribute('aria-describedby') ?? '');
    expect(summary?.textContent).toContain('200 bars from 2018-07-20 to 2019-02-04');
    expect(host.textContent).toContain('Synthetic data');
  });

  it('moves a cursor by keys and says the values of its bar', async () => {
    stage().focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(live().textContent).toContain('2019-02-03');
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    await vi.waitFor(() => expect(live().textContent).toContain('2019-01-24'), PATIENT);
    await userEvent.keyboard('{Home}');
    await vi.waitFor(() => expect(live().textContent).toContain('2018-01-01: open 100.00'), PATIENT);
    expect(slider('First bar shown').getAttribute('aria-valuetext')).toBe('2018-01-01');
  });

  it('leaves keys alone that mean nothing to it', async () => {
    const seen = vi.fn<(event: KeyboardEvent) => void>();
    document.body.addEventListener('keydown', seen);
    stage().focus();
    await userEvent.keyboard('q');
    await userEvent.keyboard('{ArrowLeft}');
    expect(seen.mock.calls.map(([event]) => event.key)).toEqual(['q']);
    document.body.removeEventListener('keydown', seen);
  });

  it('selects trades by N and by a click on a fill', async () => {
    stage().focus();
    await userEvent.keyboard('n');
    expect(onSelectTrade).toHaveBeenLastCalledWith(0);
    await vi.waitFor(() => expect(live().textContent).toContain('Trade 1 left on its signal'), PATIENT);

    onSelectTrade.mockReset();
    const plotWidth = 860 - 60;
    const x = ((360.5 - 200) / 200) * plotWidth;
    for (let y = 40; y < 330 && onSelectTrade.mock.calls.length === 0; y += 8) {
      await userEvent.click(stage(), { position: { x, y } });
    }
    expect(onSelectTrade).toHaveBeenCalledWith(0);
    expect(host.querySelector('[role=note]')?.textContent).toContain('crossunder(quick, steady) was true');
  });

  it('leaves a gap where a line is NaN', () => {
    expect(pixelsNear(S1.dark, 0.02, 0.44)).toBe(0);
  });

  it('repaints for another theme without a remount', async () => {
    const before = pricePlot();
    document.documentElement.dataset['theme'] = 'light';
    await vi.waitFor(() => expect(pixelsNear(S1.light, 0.6, 0.9)).toBeGreaterThan(50), PATIENT);
    expect(pixelsNear(S1.dark, 0.6, 0.9)).toBe(0);
    expect(pricePlot()).toBe(before);
  });

  it('moves and widens the visible part from the brush by keys', async () => {
    slider('Visible part of the history').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(slider('First bar shown').getAttribute('aria-valuenow')).toBe('190');
    slider('First bar shown').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(slider('First bar shown').getAttribute('aria-valuenow')).toBe('180');
    expect(slider('Last bar shown').getAttribute('aria-valuenow')).toBe('389');
  });

  it('zooms at the pointer with the wheel and pans with Shift', async () => {
    const box = stage().getBoundingClientRect();
    const wheel = (init: WheelEventInit): void => {
      stage().dispatchEvent(
        new WheelEvent('wheel', {
          clientX: box.left + 400,
          clientY: 100,
          bubbles: true,
          cancelable: true,
          ...init,
        }),
      );
      flushSync();
    };
    wheel({ deltaY: -200 });
    const first = Number(slider('First bar shown').getAttribute('aria-valuenow'));
    const last = Number(slider('Last bar shown').getAttribute('aria-valuenow'));
    expect(first).toBeGreaterThan(200);
    expect(last).toBeLessThan(399);
    expect(Math.abs((first + last) / 2 - 300)).toBeLessThan(2);
    wheel({ deltaY: -100, shiftKey: true });
    expect(Number(slider('First bar shown').getAttribute('aria-valuenow'))).toBeLessThan(first);
  });

  it('has a table twin of the visible bars', async () => {
    (host.querySelector('button[aria-label="Show as table"]') as HTMLElement).click();
    flushSync();
    const grid = host.querySelector('[role=grid]');
    expect(grid?.getAttribute('aria-rowcount')).toBe('201');
    expect(grid?.textContent).toContain('Below peak');
  });
});
