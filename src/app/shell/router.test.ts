import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseHash, type Route } from './router';

const route = (page: Route['page'], view: Route['view'] = {}): Route => ({ page, payload: null, view });

describe('parseHash', () => {
  it.each([
    ['', route('workspace')],
    ['#', route('workspace')],
    ['#/', route('workspace')],
    ['#/report', route('report')],
    ['#/compare', route('compare')],
    ['#/sweep', route('sweep')],
    ['#/compute', route('compute')],
    ['#/?tab=compute', route('workspace', { tab: 'compute' })],
    ['#/gallery', route('gallery')],
    ['#/start', route('start')],
    ['#/help', route('help')],
    ['#/nowhere', route('start')],
    ['#/constructor', route('start')],
    ['#/report/more', route('start')],
    ['#/?tab=orders&trade=28', route('workspace', { tab: 'orders', trade: 28 })],
    ['#/?instrument=SPX', route('workspace', { instrument: 'SPX' })],
    ['#/?from=10.5&to=200&scale=log', route('workspace', { from: 10.5, to: 200, scale: 'log' })],
  ])('reads %s', (hash, expected) => {
    expect(parseHash(hash)).toEqual(expected);
  });

  it('keeps a link payload as it is, question marks included', () => {
    expect(parseHash('#/s/1.abc_-?x')).toEqual({ page: 'shared', payload: '1.abc_-?x', view: {} });
  });

  it.each([
    'tab=toString',
    'trade=-1',
    'trade=1.5',
    'from=5',
    'from=9&to=3',
    'from=&to=',
    'scale=cubic',
    'instrument=',
    'instrument=%3Cb%3E',
  ])('leaves out what it cannot read: %s', (query) => {
    expect(parseHash(`#/?${query}`).view).toEqual({});
  });
});

it('reads back what it writes', () => {
  const view = fc.record(
    {
      tab: fc.constantFrom('report' as const, 'trades' as const, 'log' as const),
      trade: fc.nat(),
      scale: fc.constantFrom('log' as const, 'percent' as const),
    },
    { requiredKeys: [] },
  );
  const page = fc.constantFrom('workspace' as const, 'report' as const, 'sweep' as const, 'help' as const);
  fc.assert(
    fc.property(page, view, (p, v) => {
      expect(parseHash(formatRoute(route(p, v)))).toEqual(route(p, v));
    }),
    { seed: 1, numRuns: 200 },
  );
  const shared: Route = { page: 'shared', payload: '1.abc', view: {} };
  expect(parseHash(formatRoute(shared))).toEqual(shared);
  const file: Route = { page: 'shared', payload: null, view: {} };
  expect(formatRoute(file)).toBe('#/file');
  expect(parseHash('#/file')).toEqual(file);
});
