import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PATIENT } from '../../tests/support/patient';
import { check } from './commands/check';

/** An evaluator with a fault, where a script asks for three bars ago. */
vi.mock('../script/elementwise', async (original) => {
  const real = await original<typeof import('../script/elementwise')>();
  const delayed: typeof real.delayed = (of, bars, length) =>
    bars === 3 && typeof of !== 'number'
      ? of.map((_, i) => of[i + 1] ?? NaN)
      : real.delayed(of, bars, length);
  return { ...real, delayed };
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-check-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function checked(
  body: string,
  ...args: string[]
): Promise<{ code: number; text: string; json: object }> {
  const script = join(folder, 'script.bt.js');
  await writeFile(script, `strategy('Mine', { fee: percent(0) })\n${body}`);
  let text = '';
  let json = {};
  const output = { text: (t: string) => void (text += t), json: (d: unknown) => void (json = d as object) };
  const code = await check([script, ...args], output);
  return { code, text, json };
}

describe('check', () => {
  it('proves a strategy and answers 0', PATIENT, async () => {
    const { code, text } = await checked('if (close > open) exit()', '--data', 'sp500', '--cuts', '3');
    expect(code).toBe(0);
    expect(text).toContain('Mine, 5,105 steps');
    expect(text).toMatch(/No look-ahead found\. \d+ runs on \d+ prefixes gave the same values/);
  });

  it('names where a strategy looks ahead and answers 1', PATIENT, async () => {
    const body = 'const late = close[3]\nif (late > close) exit()';
    const args = ['--data', 'A=sp500', '--cuts', '3'];
    const { code, text } = await checked(body, ...args);
    expect(code).toBe(1);
    expect(text).toContain(
      'It looks ahead. Line 2, late, on 2000-01-03 (bar 0 of A): 1,399.42'.replace(',399', '399'),
    );
    const { json } = await checked(body, ...args, '--json');
    expect(json).toMatchObject({
      strategy: 'Mine',
      proved: false,
      differences: [{ kind: 'value', dataset: 'A', bar: 0, line: 2, text: 'late', after: 'cut' }, {}, {}],
    });
  });

  it('refuses what it cannot run', async () => {
    await expect(checked('exit()', '--data', 'sp500', '--cuts', '0')).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(checked('exit()')).rejects.toMatchObject({ code: 'usage' });
    await expect(checked("if (data('B').close > 1) exit()", '--data', 'sp500')).rejects.toMatchObject({
      code: 'reference_missing',
    });
  });
});
