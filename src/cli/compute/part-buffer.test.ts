import { expect, it } from 'vitest';
import { PartBuffer } from './part-buffer';

it.each([
  [0, ['abcd', 'efgh', 'i']],
  [3, ['defg', 'hi']],
  [9, []],
])('gathers pieces into parts, leaving out the first %d bytes', async (skip, expected) => {
  const parts: string[] = [];
  const buffer = new PartBuffer(4, async (part) => void parts.push(Buffer.from(part).toString()), skip);
  for (const piece of ['a', 'bcdef', '', 'ghi']) await buffer.write(Buffer.from(piece));
  await buffer.end();
  await buffer.end();
  expect(parts).toEqual(expected);
});
