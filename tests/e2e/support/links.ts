import type { Page } from '@playwright/test';
import { deflateRawSync } from 'node:zlib';
import type { SharedStrategy } from '../../../src/core/share';
import { toBase64Url } from '../../../src/data/link/base64url';
import { decodeLink } from '../../../src/data/link/decode';
import { seal } from '../../../src/data/link/envelope';
import { expect } from './app';

/** Copies a share link with the page's own button and reads it back by pasting it into the field for links. */
export async function copyLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share link' }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    /Link copied: [\d,]+ characters/,
  );
  const { origin, pathname } = new URL(page.url());
  const reader = await page.context().newPage();
  await reader.goto(`${origin}${pathname}#/start`);
  const field = reader.getByRole('textbox', { name: 'Link' });
  await field.focus();
  await reader.keyboard.press('ControlOrMeta+V');
  const link = await field.inputValue();
  await reader.close();
  expect(link).toContain('#/s/');
  return link;
}

export const payloadOf = (link: string): string => link.slice(link.indexOf('#/s/') + 4);

/** A payload with anything in it: what the reader of links has to stand. */
export const payloadWith = (content: unknown): string =>
  toBase64Url(seal(deflateRawSync(JSON.stringify(content))));

/** The payload of a link with some of its content changed, sealed again as a forger would. */
export async function forged(
  payload: string,
  change: (shared: SharedStrategy) => SharedStrategy,
): Promise<string> {
  return payloadWith(change(await decodeLink(payload)));
}
