import { expect, it } from 'vitest';
import { checkedSettings } from './settings-schema';

it('lets settings through that a run can have', () => {
  expect(checkedSettings({ leverage: 3, intrabar: 'path' })).toEqual({ leverage: 3, intrabar: 'path' });
  expect(checkedSettings(undefined)).toEqual({});
});

it.each([
  [{ leverage: 5000 }],
  [{ leverage: NaN }],
  [{ pyramiding: 1.5 }],
  [{ intrabar: 'fast' }],
  [{ speed: 1 }],
  [{ feeTiers: 'cheap' }],
  [{ leverage: null }],
  [3],
])('refuses %j', (value) => {
  expect(() => checkedSettings(value)).toThrow(expect.objectContaining({ code: 'request_invalid' }));
});
