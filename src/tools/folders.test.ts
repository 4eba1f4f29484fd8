import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFolder, settleFolder } from './folders.mjs';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'backtab-folders-'));
});
afterEach(() => rm(root, { recursive: true }));

async function make(name: string): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder);
  await Promise.all(['a', 'b', 'c'].map((file) => writeFile(join(folder, file), name)));
  return folder;
}

const contents = async (place: string) =>
  Promise.all((await readdir(place)).map((file) => readFile(join(place, file), 'utf8')));

describe('folders that are put in place whole', () => {
  it('come where there was nothing, and over what was there', async () => {
    const place = join(root, 'dist');
    await replaceFolder(place, await make('one'));
    await replaceFolder(place, await make('two'));
    expect(await contents(place)).toEqual(['two', 'two', 'two']);
    expect(await readdir(root)).toEqual(['dist']);
  });

  it('are never mixed when several come at once, and leave nothing beside', async () => {
    const place = join(root, 'dist');
    const made = await Promise.all(Array.from({ length: 8 }, (_, i) => make(`build-${i}`)));
    await Promise.all(made.map((folder) => replaceFolder(place, folder)));
    const [first, ...others] = await contents(place);
    expect(others).toEqual([first, first]);
    expect(await readdir(root)).toEqual(['dist']);
  });

  it('stay when an equal one is there first', async () => {
    const place = join(root, 'cli-0123');
    const made = await Promise.all([make('x'), make('y')]);
    await Promise.all(made.map((folder) => settleFolder(place, folder, 'a')));
    expect(await readdir(root)).toEqual(['cli-0123']);
    expect(new Set(await contents(place)).size).toBe(1);
  });

  it('are refused where something else stands', async () => {
    const place = join(root, 'cli-0123');
    await mkdir(place);
    await writeFile(join(place, 'other'), '');
    await expect(settleFolder(place, await make('x'), 'a')).rejects.toMatchObject({ code: 'ENOTEMPTY' });
  });
});
