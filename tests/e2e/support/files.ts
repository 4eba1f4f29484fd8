import type { Page } from '@playwright/test';
import { truncate, writeFile } from 'node:fs/promises';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2015, 0, 5);

/**
 * A CSV of daily bars that rise and fall in waves, the same at every call.
 *
 * @param rows  rows below the header
 */
export function wavesCsv(rows: number): string {
  const lines = ['date,open,high,low,close,volume'];
  for (let i = 0; i < rows; i++) {
    const wave = Math.abs(((i * 7) % 200) - 100) / 4;
    const close = 100 + wave + i / 100;
    const open = close + ((i % 3) - 1) / 2;
    const prices = [open, Math.max(open, close) + 1, Math.min(open, close) - 1, close];
    const date = new Date(FIRST_DAY + i * DAY_MS).toISOString().slice(0, 10);
    lines.push(`${date},${prices.map((price) => price.toFixed(2)).join(',')},${1000 + i}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The same with one minute a bar, for files of many rows. */
export function minutesCsv(rows: number): string {
  const lines = ['time,open,high,low,close,volume'];
  for (let i = 0; i < rows; i++) {
    const close = 100 + Math.abs(((i * 7) % 200) - 100) / 4;
    const time = new Date(FIRST_DAY + i * 60_000).toISOString();
    lines.push(`${time},${close},${close + 1},${close - 1},${close + 0.5},${1000 + (i % 50)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A file of many bytes that takes no room on the disk. */
export async function sparseFile(path: string, bytes: number): Promise<string> {
  await writeFile(path, '');
  await truncate(path, bytes);
  return path;
}

/** Writes a file and gives its path. */
export async function file(path: string, content: string | Uint8Array): Promise<string> {
  await writeFile(path, content);
  return path;
}

/** Drops files of the disk on the middle of the page, as from the desktop. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  await client.detach();
}
