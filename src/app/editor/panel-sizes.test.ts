import { expect, it } from 'vitest';
import { parsePanelSizes } from './panel-sizes';

it('takes kept heights that are in range', () => {
  expect(parsePanelSizes('{"parameters":120,"assumptions":null}')).toEqual({
    parameters: 120,
    assumptions: null,
  });
});

it.each([null, '', '{', '7', 'null', '{"parameters":"wide"}', '{"parameters":4,"assumptions":1e9}'])(
  'falls back to natural heights for %s',
  (text) => {
    expect(parsePanelSizes(text)).toEqual({ parameters: null, assumptions: null });
  },
);
