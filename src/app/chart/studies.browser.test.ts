import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Bars } from '../../core/bars';
import '../styles/tokens.css';
import type { ChartStudy, StudyAct, StudySeries } from './chart-props';
import WorkspaceChart from './WorkspaceChart.svelte';
import { PATIENT } from '../../../tests/support/patient';

const COUNT = 200;
const column = (value: (i: number) => number): Float64Array<ArrayBuffer> =>
  Float64Array.from({ length: COUNT }, (_, i) => value(i));
const price = (i: number): number => 100 + 10 * Math.sin(i / 20);
const bars: Bars = {
  time: column((i) => Date.UTC(2018, 0, 1) + i * 86_400_000),
  open: column(price),
  high: column((i) => price(i) + 1),
  low: column((i) => price(i) - 1),
  close: column(price),
  volume: column(() => 1000),
  extra: {},
};

const series = (name: string, over: Partial<StudySeries> = {}): StudySeries => ({
  name,
  style: 'line',
  values: column(price),
  colour: 2,
  dash: [],
  edge: null,
  ...over,
});
const study = (id: string, over: Partial<ChartStudy> = {}): ChartStudy => ({
  id,
  title: id,
  pane: 'price',
  visible: true,
  series: [series('')],
  note: '',
  failed: false,
  stale: false,
  ...over,
});

/** Series colours of the dark theme by their number. */
const COLOURS: readonly (readonly [number, number, number])[] = [
  [0xf0, 0xcf, 0x6a],
  [0xb9, 0xa1, 0xff],
  [0xff, 0x9e, 0xc7],
  [0x8f, 0xd6, 0x94],
];

let host: HTMLElement;
let component: Record<string, unknown> | null = null;
const onStudy = vi.fn<(id: string, act: StudyAct) => void>();

beforeEach(async () => {
  await page.viewport(1000, 700);
  document.documentElement.dataset['theme'] = 'dark';
  onStudy.mockReset();
  host = document.createElement('div');
  host.style.cssText = 'position:fixed;top:0;left:0;width:860px;height:560px';
  document.body.append(host);
});

afterEach(async () => {
  if (component) await unmount(component);
  component = null;
  host.remove();
});

function show(studies: readonly ChartStudy[], more: Record<string, unknown> = {}): void {
  const props = { bars, name: 'Sine', interval: '1d', zone: 'UTC', studies, onStudy, ...more };
  component = mount(WorkspaceChart, { target: host, props });
  flushSync();
}

const panes = (): string[] =>
  [...host.querySelectorAll<HTMLElement>('[data-pane]')].map((pane) => pane.dataset['pane'] ?? '');
const button = (name: string): HTMLElement | null =>
  host.querySelector<HTMLElement>(`button[aria-label="${name}"]`);

/** How many pixels of a pane, in shares of its width, are near a series colour. */
function pixels(pane: string, colour: number, from = 0, to = 0.9): number {
  const canvas = host.querySelector<HTMLCanvasElement>(`[data-pane=${pane}] canvas`);
  const wanted = COLOURS[colour];
  if (!canvas || !wanted) return 0;
  const x = Math.floor(canvas.width * from);
  const width = Math.floor(canvas.width * to) - x;
  const { data } = canvas.getContext('2d')?.getImageData(x, 0, width, canvas.height) ?? { data: [] };
  let found = 0;
  for (let k = 0; k < data.length; k += 4)
    if (wanted.every((value, c) => Math.abs((data[k + c] ?? 0) - value) < 16)) found++;
  return found;
}

describe('studies on the chart', () => {
  it('draw lines over the prices with a gap where there is no value', async () => {
    show([study('late', { series: [series('', { values: column((i) => (i < 100 ? NaN : price(i))) })] })]);
    await vi.waitUntil(() => pixels('price', 2, 0.6) > 100);
    expect(pixels('price', 2, 0, 0.42)).toBe(0);
  });

  it('fill a band lightly between its edges', async () => {
    const edges = (['upper', 'lower'] as const).map((edge) =>
      series(edge, { edge, colour: 3, values: column(() => (edge === 'upper' ? 130 : 70)) }),
    );
    show([study('bands', { series: edges })]);
    await vi.waitUntil(() => pixels('price', 3) > 100);
    const canvas = host.querySelector<HTMLCanvasElement>('[data-pane=price] canvas');
    const inside = canvas?.getContext('2d')?.getImageData(400, canvas.height / 2 + 90, 1, 1).data;
    expect(inside?.[3]).toBeGreaterThan(10);
    expect(inside?.[3]).toBeLessThan(60);
  });

  it('share a pane of their own, histograms from zero', async () => {
    const values = column((i) => Math.sin(i / 5));
    show([
      study('one', { pane: 'p', series: [series('', { values, colour: 0 })] }),
      study('bars', { pane: 'p', series: [series('', { values, colour: 1, style: 'histogram' })] }),
      study('two', { pane: 'q', series: [series('', { values })] }),
    ]);
    expect(panes()).toEqual(['price', 'study', 'study']);
    await vi.waitUntil(() => pixels('study', 0) > 100);
    expect(host.querySelector('[role=separator][aria-label="Height of the one pane"]')).not.toBeNull();
  });

  it('mark signals above and below their bars', async () => {
    const values = column((i) => (i === 150 ? 100 : i === 160 ? -100 : 0));
    const signal = study('signal', { series: [series('', { values, style: 'marks', colour: 3 })] });
    show([signal], { range: { from: 140, to: 170 } });
    await vi.waitUntil(() => pixels('price', 3) > 20);
    expect(pixels('price', 3, 0.25, 0.4)).toBeGreaterThan(pixels('price', 3, 0.55, 0.7));
    expect(pixels('price', 3, 0.55, 0.7)).toBeGreaterThan(5);
    expect(pixels('price', 3, 0, 0.2)).toBe(0);
  });

  it('give a phone the pane of the last study alone', () => {
    show([study('a', { pane: 'a' }), study('b', { pane: 'b' })], {
      phone: true,
      drawdown: column(() => 0.1),
    });
    expect(panes()).toEqual(['price', 'study']);
    expect(host.querySelector('button[title="Settings of b"]')).not.toBeNull();
    expect(host.querySelector('button[title="Settings of a"]')).toBeNull();
  });

  it('tell values at the crosshair in the legend and to those who do not see them', async () => {
    const macd = study('MACD', {
      pane: 'm',
      series: [
        series('macd', { values: column((i) => i / 100) }),
        series('signal', { values: column(() => NaN) }),
      ],
    });
    show([macd]);
    (host.querySelector('[role=application]') as HTMLElement).focus();
    await userEvent.keyboard('{Home}');
    await vi.waitFor(() => expect(button('MACD: macd 0.00, signal n/a, settings')).not.toBeNull(), PATIENT);
    expect(host.querySelector('[aria-live=polite]')?.textContent).toContain('MACD: macd 0.00, signal n/a');
  });

  it('open, hide and go from the legend; a hidden one keeps a place there', async () => {
    show([study('SMA 20', { note: 'updating' }), study('RSI 14', { pane: 'r', visible: false })]);
    expect(panes()).toEqual(['price']);
    expect(host.textContent).toContain('updating');
    button('Hide SMA 20')?.click();
    button('Remove SMA 20')?.click();
    button('Show RSI 14')?.click();
    button('RSI 14, hidden, settings')?.click();
    expect(onStudy.mock.calls).toEqual([
      ['SMA 20', 'toggle'],
      ['SMA 20', 'remove'],
      ['RSI 14', 'toggle'],
      ['RSI 14', 'open'],
    ]);
  });

  it('are columns of the table twin', async () => {
    show([study('SMA 20'), study('hidden', { visible: false })]);
    button('Show as table')?.click();
    flushSync();
    const headers = [...host.querySelectorAll('th')].map((cell) => cell.textContent.trim());
    expect(headers).toContain('SMA 20');
    expect(headers).not.toContain('hidden');
  });
});
