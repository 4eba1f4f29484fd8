import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../../src/core/version';
import { decodeLink } from '../../../src/data/link/decode';
import { corpusCases } from './corpus-cases';
import { linkOfCase, OWN_LINKS, reproduce, STORED, type StoredLink } from './corpus';

const changelog = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
const path = new URL(`../../golden/links/engine-${ENGINE_VERSION}.json`, import.meta.url);

/** What to do when a stored link is not identical any more. */
const CHANGED = `The engine gives another result than its version ${ENGINE_VERSION} gave when the link was stored. If that is a mistake, mend it. If it is meant, raise ENGINE_VERSION (src/core/version.ts), list what changed in CHANGELOG.md, and store the links of the new version: WRITE=1 npx vitest run --project unit tests/conformance/links`;

/** Links that are stored once and then stay: only cases that are not there yet are added. */
async function storeMissing(): Promise<readonly StoredLink[]> {
  const names = new Set(OWN_LINKS.map(({ name }) => name));
  const added: StoredLink[] = [];
  for (const given of corpusCases()) if (!names.has(given.name)) added.push(await linkOfCase(given));
  return [...OWN_LINKS, ...added];
}

describe('stored links of this engine', { timeout: 60_000 }, () => {
  it('cover every case', async () => {
    const writes = process.env['WRITE'] === '1';
    const links = writes ? await storeMissing() : OWN_LINKS;
    if (writes) writeFileSync(path, `${JSON.stringify(links, null, 2)}\n`);
    const stored = links.map(({ name }) => name);
    const missing = corpusCases().flatMap(({ name }) => (stored.includes(name) ? [] : [name]));
    expect(missing, 'Store them: WRITE=1 npx vitest run --project unit tests/conformance/links').toEqual([]);
    expect(new Set(stored).size).toBeGreaterThanOrEqual(50);
  });

  it.each(OWN_LINKS)('$name', async (link) => {
    const { state, payload } = await reproduce(link);
    expect(state, `${CHANGED}`).toBe('identical');
    expect(payload === link.payload, 'A link made of the same run has other bytes.').toBe(true);
  });

  it('have trades, and results that differ from one another', () => {
    const results = OWN_LINKS.map(({ payload }) => decodeLink(payload).result);
    expect(results.filter(({ trades }) => trades > 0).length).toBeGreaterThan(0.9 * results.length);
    expect(new Set(results.map(({ hash }) => hash)).size).toBeGreaterThan(0.9 * results.length);
  });
});

describe('stored links of earlier engines', { timeout: 60_000 }, () => {
  const earlier = Object.entries(STORED).flatMap(([version, links]) =>
    version === ENGINE_VERSION ? [] : links.map((link) => ({ version, ...link })),
  );

  it.each(earlier)('$version: $name has the same trades, or CHANGELOG lists it', async (link) => {
    const { firstTrade } = await reproduce(link);
    expect(firstTrade === null || changelog.includes(link.name), `${CHANGED}`).toBe(true);
  });

  it('CHANGELOG tells of the engine that is in force', () => {
    expect(changelog).toMatch(
      new RegExp(`engine(?:'s version is)? ${ENGINE_VERSION.replaceAll('.', '\\.')}`, 'i'),
    );
  });
});
