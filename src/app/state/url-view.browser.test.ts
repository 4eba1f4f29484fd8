import { flushSync } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { carryView } from './url-view.svelte';
import { ViewState } from './view.svelte';

const facts = () => ({ rows: 1000, lastTrade: 2, instrument: null });

afterEach(() => {
  vi.useRealTimers();
  history.replaceState(null, '', location.pathname + location.search);
});

it('the view is kept in the URL while the workspace is on screen', () => {
  vi.useFakeTimers();
  const view = new ViewState();
  carryView(view, facts);
  view.tab = 'orders';
  flushSync();
  vi.advanceTimersByTime(400);
  expect(location.hash).toContain('orders');
});

it('an address that was typed meanwhile stays', () => {
  vi.useFakeTimers();
  const view = new ViewState();
  carryView(view, facts);
  view.tab = 'orders';
  flushSync();
  vi.advanceTimersByTime(200);
  location.hash = '#/compute';
  vi.advanceTimersByTime(400);
  expect(location.hash).toBe('#/compute');
});
