import { describe, expect, it } from 'vitest';
import { Ahead } from './ahead';

describe('text ahead of its reader', () => {
  it('holds the writer while there is too much, and lets it go on as it is taken', async () => {
    const ahead = new Ahead(100);
    const done: string[] = [];
    await ahead.add(100);
    const more = ahead.add(50).then(() => done.push('more'));
    ahead.taken(20);
    await Promise.resolve();
    expect(done).toEqual([]);
    ahead.taken(80);
    await more;
    expect(done).toEqual(['more']);
  });
});
