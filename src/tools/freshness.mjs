import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const TEST_FILE = /\.test\.ts$/;

/**
 * Fingerprint of everything that a build reads: names and bytes of all files under `inputs`, tests left out.
 * Contents, not times, so that a fresh clone, a checkout or a touched file rebuilds nothing by itself.
 *
 * @param {string} root directory that `inputs` are relative to
 * @param {readonly string[]} inputs files and folders; one that does not exist counts as empty
 * @returns {Promise<string>} 16 hexadecimal digits
 */
export async function fingerprint(root, inputs) {
  const found = await Promise.all(inputs.map((input) => filesUnder(root, input)));
  const files = [...new Set(found.flat())].sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  files.forEach((file, i) => hash.update(`${file}\0${contents[i]?.length}\0`).update(contents[i] ?? ''));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Whether `output` exists and was built from inputs with this fingerprint.
 *
 * @param {string} output a file of the build
 * @param {string} stamp where `writeStamp` kept the fingerprint
 * @param {string} print
 */
export async function isFresh(output, stamp, print) {
  const built = await stat(output).catch(() => null);
  const stamped = await readFile(stamp, 'utf8').catch(() => '');
  return built !== null && stamped === print;
}

/**
 * @param {string} stamp
 * @param {string} print
 */
export async function writeStamp(stamp, print) {
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, print);
}

/**
 * @param {string} root
 * @param {string} input
 * @returns {Promise<string[]>}
 */
async function filesUnder(root, input) {
  const entry = await stat(join(root, input)).catch(() => null);
  if (!entry) return [];
  if (entry.isFile()) return [input];
  const entries = await readdir(join(root, input), { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && !TEST_FILE.test(e.name))
    .map((e) => join(e.parentPath, e.name).slice(root.length).replaceAll('\\', '/'));
}
