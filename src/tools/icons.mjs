import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';
import { ROOT } from './project.mjs';

const ICONS = `${ROOT}public/icons`;
const GROUND = '#14191c';

/** Draws the PNG icons of the manifest from `public/icons/mark.svg`; run by hand when the mark changes. */
const IMAGES = [
  { file: 'icon-192.png', size: 192, share: 1, ground: 'transparent' },
  { file: 'icon-512.png', size: 512, share: 1, ground: 'transparent' },
  { file: 'maskable-512.png', size: 512, share: 0.82, ground: GROUND },
];

const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: CHROMIUM_FLAGS,
});
try {
  const mark = await readFile(`${ICONS}/mark.svg`, 'utf8');
  for (const { file, size, share, ground } of IMAGES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const drawn = ground === 'transparent' ? mark : mark.replace('stroke="#e9eef0"', `stroke="${ground}"`);
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${ground}">
       <div style="width:${size * share}px;height:${size * share}px">${drawn}</div>`,
    );
    await writeFile(`${ICONS}/${file}`, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
