import { expect, it } from 'vitest';

const PURE = ['core', 'indicators', 'pricing', 'metrics', 'script', 'engine', 'strategies', 'research'];

/** What each folder of `src` may import, besides itself (docs/architecture.md). */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  indicators: ['core'],
  pricing: ['core'],
  metrics: ['core'],
  script: ['core', 'indicators'],
  engine: ['core'],
  strategies: ['core', 'indicators', 'pricing', 'metrics', 'script', 'engine'],
  research: PURE,
  compute: PURE,
  data: ['core'],
  brokers: ['core', 'engine'],
  workers: [...PURE, 'compute', 'data', 'brokers'],
  app: ['core', 'metrics', 'strategies', 'script', 'workers'],
  cli: [...PURE, 'compute', 'data', 'brokers'],
  proxy: ['core', 'brokers'],
};

/** Of these the app may import types only. */
const TYPES_ONLY: Record<string, readonly string[]> = { app: ['metrics', 'research'] };

const sources = import.meta.glob<string>(['/src/**/*.{ts,svelte}', '!**/*.test.ts', '!/src/ambient.d.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const kernels = Object.keys(
  import.meta.glob(['/shaders/**/*.wgsl', '/wasm/**/*.ts', '!**/shared/**', '!/wasm/index.ts'], {
    query: '?raw',
  }),
);

const layerOf = (path: string): string => path.split('/')[2]!;

it.each(Object.entries(sources))('%s imports only what its layer may', (file, text) => {
  const layer = layerOf(file);
  const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])];
  const typesOnly = TYPES_ONLY[layer] ?? [];
  for (const [statement, target] of text.matchAll(
    /(?:import\s+[^'"]*?from|export\s+[^'"]*?from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g,
  )) {
    const { pathname } = new URL(target!, `file://${file}`);
    if (!pathname.startsWith('/src/')) continue;
    const isType = /^(import|export)\s+type\b/.test(statement);
    expect(
      isType ? [...allowed, ...typesOnly] : allowed.filter((l) => !typesOnly.includes(l)),
      `${file} -> ${target}`,
    ).toContain(layerOf(pathname));
  }
});

it.each(kernels)('%s has a twin that defines its result', (file) => {
  const twin = file.replace(/^\/(shaders|wasm)/, '/src').replace(/\.\w+$/, '.ts');
  expect(Object.keys(sources)).toContain(twin);
});

it('knows every folder of src', () => {
  const folders = new Set(
    Object.keys(sources)
      .map(layerOf)
      .filter((name) => !name.includes('.')),
  );
  expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
});
