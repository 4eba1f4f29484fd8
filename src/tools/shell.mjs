import { readFile } from 'node:fs/promises';
import { ROOT } from './project.mjs';

/**
 * Files that load before the first paint of the built page: the document and the scripts and styles it names.
 *
 * @returns {Promise<string[]>} paths from the root
 */
export async function shellFiles() {
  const html = await readFile(`${ROOT}dist/index.html`, 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, file]) => `dist/${file}`,
  );
  return ['dist/index.html', ...named];
}
