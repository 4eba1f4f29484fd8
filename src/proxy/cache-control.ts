/** `Cache-Control` of a file of the page: names under `assets/` hold a hash of their content. */
export const cacheControl = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
