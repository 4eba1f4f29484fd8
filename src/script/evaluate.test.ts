import { expect, it } from 'vitest';
import source from '../../docs/examples/golden-cross.bt.js?raw';
import { compile } from './compile';

it('compiles the golden cross without a diagnostic', () => {
  const { plan, diagnostics, params, name } = compile(source);
  expect(diagnostics).toEqual([]);
  expect(name).toBe('Golden cross');
  expect(params.map((param) => param.name)).toEqual(['fast', 'slow']);
  expect(plan?.settings).toMatchObject({ capital: 100_000, feePercent: 0.1, slippageBps: 1, lotSize: 1 });
});
