import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { sweepOutcome } from '../../../tests/support/sweep-outcome';
import '../styles/tokens.css';
import { figureOf } from './figure';
import HeatMap from './HeatMap.svelte';
import { PATIENT } from '../../../tests/support/patient';

const fast = [5, 10, 15];
const slow = [40, 50, 60, 70];

const outcome = sweepOutcome(
  [
    { name: 'fast', values: fast },
    { name: 'slow', values: slow },
  ],
  fast.flatMap((f) => slow.map((s) => (f === 15 && s === 40 ? null : (f * s) / 1000))),
  { skipReason: 'fast is not below slow', best: 11, plateau: [10, 11], plateauFloor: 0.9 },
);

let host: HTMLElement;
let component: Record<string, unknown>;
const onOpen = vi.fn<(index: number) => void>();
const onHover = vi.fn<(index: number | null) => void>();
const cells = (): HTMLElement[] => [...host.querySelectorAll<HTMLElement>('[role=gridcell]')];
const focused = (): string => document.activeElement?.getAttribute('aria-label') ?? '';

beforeEach(() => {
  document.documentElement.dataset['theme'] = 'dark';
  onOpen.mockReset();
  onHover.mockReset();
  host = document.createElement('div');
  host.style.width = '480px';
  document.body.append(host);
  component = mount(HeatMap, {
    target: host,
    props: {
      outcome,
      figure: figureOf(outcome, 'sharpe'),
      holding: 0.5,
      current: [10, 50],
      onHover,
      onOpen,
    },
  });
  flushSync();
});

afterEach(async () => {
  await unmount(component);
  host.remove();
});

describe('heat map', () => {
  it('puts the greatest first parameter on top and writes numbers in roomy cells', () => {
    expect(
      cells()
        .map((c) => c.textContent.trim())
        .slice(0, 5),
    ).toEqual(['', '0.75', '0.90', '1.05', '0.40']);
  });

  it('has one tab stop, at the best cell', () => {
    const stops = cells().filter((c) => c.tabIndex === 0);
    expect(stops).toHaveLength(1);
    expect(stops[0]?.getAttribute('aria-label')).toBe(
      'fast 15, slow 70; Sharpe, yearly 1.05; best cell; in the plateau',
    );
  });

  it('moves by arrows, tells the cell and opens it with Enter', async () => {
    cells()[3]?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}{ArrowLeft}');
    expect(focused()).toBe('fast 10, slow 50; Sharpe, yearly 0.50; your run');
    expect(onHover).toHaveBeenLastCalledWith(5);
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(5);
  });

  it('opens nothing where nothing was run, and says why', async () => {
    expect(cells()[0]?.getAttribute('aria-label')).toContain('not run, fast is not below slow');
    await userEvent.click(cells()[0] as HTMLElement);
    expect(onOpen).not.toHaveBeenCalled();
    await userEvent.click(cells()[1] as HTMLElement);
    expect(onOpen).toHaveBeenCalledWith(9);
  });

  it('takes its colours from the theme, also when it changes', async () => {
    const best = cells()[3] as HTMLElement;
    expect(best.style.backgroundColor).toBe('rgb(237, 240, 133)');
    expect(best.style.color).toBe('rgb(0, 0, 0)');
    document.documentElement.dataset['theme'] = 'light';
    await vi.waitFor(() => expect(best.style.backgroundColor).toBe('rgb(32, 31, 78)'), PATIENT);
    expect(best.style.color).toBe('rgb(255, 255, 255)');
  });
});
