import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Base64 } from '../core/hash';
import type { SharedStrategy } from '../core/share';
import { decodeLink } from '../data/link/decode';
import { encodeLink } from '../data/link/encode';
import { readShareFile } from '../data/share-file/read';
import version1 from '../../tests/golden/links/version-1.json';
import { link } from './commands/link';
import { verify } from './commands/verify';

const SP500 = ['golden-cross', '--data', 'sp500', '--created', '2026-11-29'];
const SCRIPT = `strategy('Swing', { fee: percent(0.1) })
if (crossover(close, sma(close, 3))) buy({ size: percentOfEquity(40) })
if (crossunder(close, sma(close, 3))) exit()
`;

let folder = '';
const path = (name: string): string => join(folder, name);

const csv = (level: number): string =>
  [
    'date,open,high,low,close',
    ...Array.from({ length: 40 }, (_, i) => {
      const price = level * (1 + 0.1 * Math.abs(((i / 5) % 2) - 1));
      const day = new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
      return `${day},${price},${price},${price},${price}`;
    }),
  ].join('\n');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-'));
  await writeFile(path('swing.bt.js'), SCRIPT);
  await writeFile(path('one.csv'), csv(100));
  await writeFile(path('two.csv'), csv(30));
  await writeFile(path('rates.csv'), csv(1));
});

afterAll(() => rm(folder, { recursive: true }));

interface Printed {
  readonly code: number;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

async function printed(command: typeof link | typeof verify, ...args: string[]): Promise<Printed> {
  let text = '';
  let json = {};
  const code = await command(args, {
    text: (t) => (text += t),
    json: (d) => (json = JSON.parse(JSON.stringify(d)) as object),
  });
  return { code: code ?? 0, text, json };
}

const linkOf = async (...args: string[]): Promise<string> => (await printed(link, ...args)).text;
const decoded = (fragment: string): SharedStrategy => decodeLink(fragment.slice('#/s/'.length));

/** A link that claims something else, made as a forger would. */
const forged = (fragment: string, change: (shared: SharedStrategy) => SharedStrategy): string =>
  encodeLink(change(decoded(fragment)));

describe('link and verify', () => {
  it('are identical, with the same bytes each time', async () => {
    const text = await linkOf(
      ...SP500,
      '--param',
      'fast=25',
      '--set',
      'leverage=2',
      '--set',
      'intrabar=path',
    );
    expect(
      await linkOf(...SP500, '--set', 'intrabar=path', '--set', 'leverage=2', '--param', 'fast=25'),
    ).toBe(text);
    const { code, text: words } = await printed(verify, text);
    expect(code).toBe(0);
    expect(words).toMatch(/^Identical: same \d+ trades, byte for byte/);
    expect(decoded(text)).toMatchObject({
      parameters: { fast: 25, slow: 100 },
      settings: { leverage: 2, intrabar: 'path' },
      author: null,
      created: '2026-11-29',
      data: {
        sets: [{ alias: null, origin: 'sp500', interval: '1d', rows: 5105, from: Date.UTC(2000, 0, 3) }],
      },
    });
  });

  it('take a preset, an author, and data made from a seed', async () => {
    const args = ['two-averages', '--data', 'synthetic:7', '--preset', 'tradingview'];
    const text = await linkOf(...args, '--author', ' A. Smith ', '--created', 'none');
    expect(decoded(text)).toMatchObject({ author: 'A. Smith', created: null });
    expect(decoded(text).data.sets).toMatchObject([{ origin: 'synthetic:7', name: 'Synthetic intraday' }]);
    expect((await printed(verify, text, '--json')).json).toMatchObject({ state: 'identical' });
  });

  it.each(version1)('verify a link of version 1: $name', async ({ payload }) => {
    expect((await printed(verify, `https://lab.example/#/s/${payload}`)).code).toBe(0);
  });

  it('say at which trade a changed claim differs, with both sides', async () => {
    const changed = forged(await linkOf(...SP500), (shared) => ({
      ...shared,
      result: {
        ...shared.result,
        hash: 'ab'.repeat(32),
        tradeMarks: shared.result.tradeMarks.map((mark, i) =>
          i === 6 ? ([...mark.slice(0, 6), 0.5] as unknown as typeof mark) : mark,
        ),
      },
    }));
    const { code, text } = await printed(verify, changed);
    expect(code).toBe(1);
    expect(text).toMatch(
      /^Differs at trade 7\. What was sent was changed.*\n {2}sent {2}long \d+, in .*, return 0\.5\n {2}here {2}long \d+, in \d{4}-/,
    );
    const { json } = await printed(verify, changed, '--json');
    expect(json).toMatchObject({ state: 'differs', firstTrade: 6, sent: { side: 'long', return: 0.5 } });
  });

  it('tell a newer engine from a changed claim', async () => {
    const newer = forged(await linkOf(...SP500), (shared) => ({
      ...shared,
      engine: '99.0.0',
      result: { ...shared.result, hash: 'ab'.repeat(32) },
    }));
    const { code, json } = await printed(verify, newer, '--json');
    expect([code, json['state'], json['firstTrade']]).toEqual([1, 'newer', null]);
    const older = forged(await linkOf(...SP500), (shared) => ({
      ...shared,
      engine: '0.0.9',
      result: { ...shared.result, hash: 'ab'.repeat(32) },
    }));
    expect((await printed(verify, older)).text).toContain('The trades are the same');
  });

  it('name the data that are not here and those that were given', async () => {
    const text = await linkOf(path('swing.bt.js'), '--data', path('one.csv'));
    expect((await printed(verify, text, '--data', path('one.csv'))).code).toBe(0);
    const { code, json } = await printed(verify, text, '--data', path('two.csv'), '--json');
    expect(code).toBe(1);
    expect(json).toMatchObject({
      state: 'data_not_here',
      missing: [
        { name: 'one', rows: 40, source: 'one.csv', interval: '1d', from: '2020-01-01T00:00:00.000Z' },
      ],
      given: [{ name: 'two', rows: 40 }],
    });
    expect((await printed(verify, text, '--data', path('two.csv'))).text).toMatch(
      /^Data not here\.\n {2}needed {2}[0-9a-f]{64} {2}one, 40 bars of 1d, 2020-01-01 to 2020-02-09, from one\.csv\n {2}given/,
    );
  });

  it('carry several instruments with their facts', async () => {
    const data = ['--data', `B=${path('two.csv')}`, '--data', `A=${path('one.csv')}`];
    const facts = ['--contract', 'B:currency=EUR,tickSize=0.01', '--currency', 'USD'];
    const text = await linkOf(path('swing.bt.js'), ...data, ...facts, '--fx', `EUR=${path('rates.csv')}`);
    expect(decoded(text).data).toMatchObject({
      currency: 'USD',
      sets: [
        { alias: 'A', currency: 'USD', contract: {} },
        { alias: 'B', currency: 'EUR', contract: { tickSize: 0.01 } },
      ],
      rates: [{ currency: 'EUR', rate: { name: 'rates' } }],
    });
    const files = ['two.csv', 'rates.csv', 'one.csv'].flatMap((name) => ['--data', path(name)]);
    expect((await printed(verify, text, ...files)).text).toContain('Identical: same');
    expect((await printed(verify, text, ...files.slice(0, 4), '--json')).json).toMatchObject({
      state: 'data_not_here',
      missing: [{ alias: 'A' }],
    });
  });

  it('say in which instrument a trade differs', async () => {
    const data = ['--data', `B=${path('two.csv')}`, '--data', `A=${path('one.csv')}`];
    const text = forged(await linkOf(path('swing.bt.js'), ...data), (shared) => ({
      ...shared,
      result: { ...shared.result, hash: 'ab'.repeat(32), tradeMarks: shared.result.tradeMarks.slice(1) },
    }));
    const { json } = await printed(verify, text, ...data, '--json');
    expect(json).toMatchObject({ state: 'differs', firstTrade: 0, here: { instrument: 'A' } });
  });
});

describe('.backtab files', () => {
  it('hold the run and its data, and verify alone', async () => {
    const out = path('run.backtab');
    const args = [path('swing.bt.js'), '--data', path('one.csv'), '--out', out];
    const { json } = await printed(link, ...args, '--with-data', '--json');
    expect(json).toMatchObject({ file: out, link: expect.stringMatching(/^#\/s\//) as string });
    expect((await printed(verify, out)).text).toContain('Identical: same');
    const { shared, data } = await readShareFile(out, new Uint8Array(await readFile(out)));
    expect(shared).toEqual(decoded(String(json['link'])));
    expect(data.map((table) => table.bars.time.length)).toEqual([40]);
    await printed(link, ...args);
    expect((await printed(verify, out)).code).toBe(1);
    expect((await printed(verify, out, '--data', path('one.csv'))).code).toBe(0);
  });

  it('take runs that no link can hold', async () => {
    const long = path('long.bt.js');
    const noise = Array.from({ length: 380 }, (_, i) => sha256Base64(`${i}`)).join('');
    await writeFile(long, `${SCRIPT}// ${noise}`.slice(0, 16_000));
    const args = [long, '--data', 'synthetic:3'];
    await expect(linkOf(...args).then((made) => made.length)).rejects.toMatchObject({
      code: 'link_cannot_hold',
    });
    const { json } = await printed(link, ...args, '--out', path('long.backtab'), '--json');
    expect(json['link']).toBeNull();
    expect((await printed(verify, path('long.backtab'))).code).toBe(0);
  });

  it.each([
    [['verify'], 'usage'],
    [['verify', '#/s/AbC'], 'link_damaged'],
    [['verify', 'nothing.backtab'], 'file_not_readable'],
    [['verify', 'one.csv.backtab'], 'file_refused'],
    [['link', 'golden-cross'], 'usage'],
    [['link', 'golden-cross', '--data', 'sp500', '--with-data'], 'usage'],
    [['link', 'golden-cross', '--data', 'sp500', '--created', 'today'], 'usage'],
    [['link', 'golden-cross', '--data', 'sp500', '--author', 'x'.repeat(201)], 'usage'],
    [['link', 'golden-cross', '--data', 'sp500', '--out', 'no/such/folder.backtab'], 'file_not_writable'],
  ])('refuse %j with %s', async ([name, ...args], code) => {
    await writeFile(path('one.csv.backtab'), csv(1));
    const words = args.map((word) => word.replace(/^(one|nothing)\.\S+$/, (file) => path(file)));
    await expect(printed(name === 'link' ? link : verify, ...words)).rejects.toMatchObject({ code });
  });
});
