import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, isFresh, writeStamp } from './freshness.mjs';

let root: string;

beforeEach(async () => {
  root = `${await mkdtemp(join(tmpdir(), 'backtab-fresh-'))}/`;
  await mkdir(join(root, 'src/deep'), { recursive: true });
  await writeFile(join(root, 'src/a.ts'), 'a');
  await writeFile(join(root, 'src/deep/b.ts'), 'b');
  await writeFile(join(root, 'lock.json'), '{}');
});
afterEach(() => rm(root, { recursive: true }));

const print = () => fingerprint(root, ['src', 'lock.json', 'missing']);

describe('freshness', () => {
  it('does not change with time or by looking', async () => {
    const before = await print();
    await utimes(join(root, 'src/a.ts'), 1, 1);
    expect(await print()).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    ['content', () => writeFile(join(root, 'src/deep/b.ts'), 'c')],
    ['a new file', () => writeFile(join(root, 'src/c.ts'), '')],
    ['a file that goes', () => rm(join(root, 'src/a.ts'))],
    ['a file of its own', () => writeFile(join(root, 'lock.json'), '{ }')],
    [
      'bytes that move to the next file',
      async () => {
        await writeFile(join(root, 'src/a.ts'), '');
        await writeFile(join(root, 'src/deep/b.ts'), 'ab');
      },
    ],
  ])('changes with %s', async (_, change) => {
    const before = await print();
    await change();
    expect(await print()).not.toBe(before);
  });

  it('leaves tests out', async () => {
    const before = await print();
    await writeFile(join(root, 'src/a.test.ts'), 'expect');
    expect(await print()).toBe(before);
  });

  it('is fresh only when the output is there and the stamp is of these inputs', async () => {
    const output = join(root, 'dist.html');
    const stamp = join(root, 'stamps/app');
    expect(await isFresh(output, stamp, 'x')).toBe(false);
    await writeStamp(stamp, 'x');
    expect(await isFresh(output, stamp, 'x')).toBe(false);
    await writeFile(output, '');
    expect(await isFresh(output, stamp, 'x')).toBe(true);
    expect(await isFresh(output, stamp, 'y')).toBe(false);
  });
});
