import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { cacheControl } from './cache-control';

interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly packed: Promise<Uint8Array<ArrayBuffer>> | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly tag: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const PACKED = new Set(['.css', '.csv', '.html', '.js', '.svg', '.wasm', '.webmanifest']);
const SMALLEST_PACKED_BYTES = 1024;

const brotli = promisify(brotliCompress);

/**
 * The files of a built page, read once, so that a rebuild beside a running proxy never mixes versions and no path
 * can reach another file. Compressed in the background.
 *
 * @param folder absolute path of `dist`
 */
export async function folderAssets(
  folder: string,
): Promise<(path: string, request: Request) => Promise<Response | null>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const assets = new Map<string, Asset>();
  for (const file of files) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    assets.set(path, await readAsset(path, file));
  }
  return async (path, request) => {
    const asset = assets.get(path);
    return asset ? respond(asset, request) : null;
  };
}

async function readAsset(path: string, file: string): Promise<Asset> {
  const body = Uint8Array.from(await readFile(file));
  const kind = extname(file);
  const worthPacking = PACKED.has(kind) && body.length >= SMALLEST_PACKED_BYTES;
  return {
    body,
    packed: worthPacking ? pack(body) : null,
    tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    headers: {
      'content-type': TYPES[kind] ?? 'application/octet-stream',
      'cache-control': cacheControl(path),
    },
  };
}

async function pack(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
}

async function respond(asset: Asset, request: Request): Promise<Response> {
  const headers = new Headers({ ...asset.headers, etag: asset.tag });
  if (asset.packed) headers.set('vary', 'accept-encoding');
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (known.some((tag) => tag.replace(/^W\//, '') === asset.tag))
    return new Response(null, { status: 304, headers });

  const takesBrotli = /(^|[\s,])br($|[\s,;])/.test(request.headers.get('accept-encoding') ?? '');
  const body = asset.packed && takesBrotli ? await asset.packed : asset.body;
  if (body !== asset.body) headers.set('content-encoding', 'br');
  headers.set('content-length', String(body.length));
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}
