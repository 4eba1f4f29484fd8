import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sliceBars } from '../src/core/bars';
import { validate } from '../src/research/validation/validate';
import { VALIDATION_IDS } from '../src/research/validation/shape';
import { compileOrThrow } from '../src/script/plan-or-throw';
import { sp500Bars } from './support/sp500';

const page = readFileSync(new URL('../docs/validation.md', import.meta.url), 'utf8');

it('docs/validation.md has every method with its question, and no other', async () => {
  const { results } = await validate({
    plan: compileOrThrow(`strategy('A')\nif (close > open) buy({ size: percentOfEquity(50) })`),
    parameters: {},
    bars: sliceBars(sp500Bars(), 0, 40),
    instrument: { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 },
    axes: null,
    triesBefore: 0,
  });
  const documented = [...page.matchAll(/^### (.+)\n\n\*(.+)\*$/gm)].map(([, name, question]) => [
    name,
    question,
  ]);
  const known = results.map(({ name, question }) => [name, question]);
  expect(known).toHaveLength(VALIDATION_IDS.length);
  expect(documented.toSorted()).toEqual(known.toSorted());
});
