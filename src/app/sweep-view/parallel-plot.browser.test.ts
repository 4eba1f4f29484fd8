import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { PATIENT } from '../../../tests/support/patient';
import { sweepOutcome } from '../../../tests/support/sweep-outcome';
import '../styles/tokens.css';
import type { ValueRange } from './chosen-rows';
import ParallelPlot from './ParallelPlot.svelte';
import { trialFields } from './trial-field';

const fast = [5, 10, 15, 20];
const sweep = sweepOutcome(
  [
    { name: 'fast', values: fast },
    { name: 'slow', values: [40, 50] },
  ],
  fast.flatMap((f) => [f / 100, f / 50]),
);

let host: HTMLElement;
let component: Record<string, unknown>;
const onRange = vi.fn<(id: string, range: ValueRange | null) => void>();
const handle = (name: string): HTMLElement => {
  const found = host.querySelector<HTMLElement>(`[role=slider][aria-label="${name}"]`);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

beforeEach(async () => {
  document.documentElement.dataset['theme'] = 'light';
  onRange.mockReset();
  host = document.createElement('div');
  host.style.width = '640px';
  document.body.append(host);
  component = mount(ParallelPlot, {
    target: host,
    props: {
      fields: trialFields(sweep),
      faint: new Uint32Array(),
      shown: Uint32Array.from({ length: sweep.run }, (_, row) => row),
      share: (row: number) => row / sweep.run,
      ranges: { fast: { low: 5, high: 15 } },
      pointed: null,
      summary: 'Settings',
      onRange,
    },
  });
  flushSync();
  await vi.waitFor(() => handle('fast, most'), PATIENT);
});

afterEach(async () => {
  await unmount(component);
  host.remove();
});

describe('parallel axes', () => {
  it('tell the ends of their ranges, in the words of the figure', () => {
    expect(handle('fast, most').getAttribute('aria-valuetext')).toBe('15');
    expect(handle('slow, least').getAttribute('aria-valuetext')).toBe('40');
    expect(handle('Sharpe, yearly, most').getAttribute('aria-valuetext')).toBe('0.40');
  });

  it('move an end by the arrow keys; a range over everything is none', async () => {
    handle('fast, most').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(onRange).toHaveBeenLastCalledWith('fast', { low: 5, high: 10 });
    await userEvent.keyboard('{End}');
    expect(onRange).toHaveBeenLastCalledWith('fast', null);
    await userEvent.keyboard('{Delete}');
    expect(onRange).toHaveBeenLastCalledWith('fast', null);
  });

  it('take a range from a drag along the axis, and give it up on a double click', () => {
    const track = handle('slow, most').parentElement ?? host;
    const box = track.getBoundingClientRect();
    const event = (type: string, y: number): boolean =>
      track.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, clientX: box.left + 14, clientY: box.top + y, bubbles: true }),
      );
    track.setPointerCapture = () => undefined;
    event('pointerdown', box.height);
    event('pointermove', box.height * 0.9);
    event('pointerup', box.height * 0.9);
    expect(onRange).toHaveBeenLastCalledWith('slow', { low: 40, high: 40 });
    track.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(onRange).toHaveBeenLastCalledWith('slow', null);
  });
});
