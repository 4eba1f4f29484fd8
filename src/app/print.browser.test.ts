import { afterEach, expect, it, vi } from 'vitest';
import { paintPending, perFrame } from './chart/frame';
import { PAPER_EVENT } from './paper';
import { bindPrint } from './print';

afterEach(() => {
  dispatchEvent(new Event('afterprint'));
  vi.restoreAllMocks();
});

it('is light and as wide as paper while it is printed, with charts painted before that', () => {
  const root = document.documentElement;
  const painted = vi.fn<(width: string) => void>();
  const frames = perFrame(painted);
  addEventListener(PAPER_EVENT, () => frames.draw(root.className), { once: true });
  bindPrint(() => 'dark');

  dispatchEvent(new Event('beforeprint'));
  expect(root.dataset['theme']).toBe('light');
  expect(painted.mock.calls).toEqual([['paper']]);

  dispatchEvent(new Event('afterprint'));
  expect(root.dataset['theme']).toBe('dark');
  expect(root.classList.contains('paper')).toBe(false);
});

it('forgets a frame that was stopped before it was painted', () => {
  const painted = vi.fn<(value: number) => void>();
  const frames = perFrame(painted);
  frames.draw(1);
  frames.stop();
  paintPending();
  expect(painted).not.toHaveBeenCalled();
});
