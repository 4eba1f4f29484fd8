import { OWN_LINKS, reproduce } from './corpus';

/** Runs the stored links again in the browser that opened this page, and tells `src/tools/links-elsewhere.mjs`. */
const different: string[] = [];
let failure: string | null = null;
try {
  for (const link of OWN_LINKS) {
    const { name, state, payload } = await reproduce(link);
    if (state !== 'identical' || payload !== link.payload) different.push(`${name}: ${state}`);
  }
} catch (e) {
  failure = String(e);
}
const told = { agent: navigator.userAgent, links: OWN_LINKS.length, different, failure };
document.body.textContent = JSON.stringify(told);
await fetch('/told', { method: 'POST', body: JSON.stringify(told) });
