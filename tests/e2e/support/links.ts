import type { Page } from '@playwright/test';
import { deflateRawSync } from 'node:zlib';
import type { SharedStrategy } from '../../../src/core/share';
import { toBase64Url } from '../../../src/data/link/base64url';
import { decodeLink } from '../../../src/data/link/decode';
import { seal } from '../../../src/data/link/envelope';
import { expect } from './app';

/** The dialog that gives a run away. */
export const shareDialog = (page: Page) => page.getByRole('dialog', { name: 'Share this run' });

/** Makes a share link with the page's own button and reads it from the dialog. */
export async function copyLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share link' }).click();
  const field = shareDialog(page).getByRole('textbox', { name: /^Link, [\d,]+ characters$/ });
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(shareDialog(page)).toHaveCount(0);
  expect(link).toContain('#/s/');
  return link;
}

export const payloadOf = (link: string): string => link.slice(link.indexOf('#/s/') + 4);

/** A payload with anything in it: what the reader of links has to stand. */
export const payloadWith = (content: unknown): string =>
  toBase64Url(seal(deflateRawSync(JSON.stringify(content))));

/** The payload of a link with some of its content changed, sealed again as a forger would. */
export const forged = (payload: string, change: (shared: SharedStrategy) => SharedStrategy): string =>
  payloadWith(change(decodeLink(payload)));
