import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileSink, isClosedPipe } from './sink';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-sink-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('a file to write to', () => {
  it('is emptied, and holds the bytes in order', async () => {
    const path = join(folder, 'out.txt');
    await writeFile(path, 'what was there before');
    const sink = await fileSink(path);
    for (const text of ['one ', 'two ', 'three']) await sink.write(Buffer.from(text));
    await sink.end();
    expect(await readFile(path, 'utf8')).toBe('one two three');
  });

  it('that cannot be made is told with its name', async () => {
    const path = join(folder, 'nowhere', 'out.txt');
    await expect(fileSink(path)).rejects.toMatchObject({ code: 'file_not_writable', params: { file: path } });
  });

  it('knows a closed pipe from other failures', () => {
    expect(isClosedPipe(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).toBe(true);
    expect(isClosedPipe(new Error('no space'))).toBe(false);
  });
});
