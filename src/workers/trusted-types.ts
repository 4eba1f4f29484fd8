/**
 * Installs the default Trusted Types policy, under which workers and the service worker start. It passes addresses
 * of this origin and nothing else: markup and script text stay refused.
 *
 * Imported for its effect, first of all, by the page (index.html) and by each worker that starts others.
 */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;

/** Undefined where the browser has no Trusted Types. */
export const scriptPolicy = factory?.createPolicy('default', {
  createScriptURL(address) {
    if (new URL(address, location.href).origin === location.origin) return address;
    throw new TypeError(`A script of another origin was refused: ${address}`);
  },
});
