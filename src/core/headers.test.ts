import { describe, expect, it } from 'vitest';
import { META_POLICY, SECURITY_HEADERS } from './headers';

const policy = SECURITY_HEADERS['content-security-policy'] ?? '';
const directives = new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive]));

describe('the security headers', () => {
  it.each([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ])('hold the page to %s', (directive) => {
    expect(directives.get(directive.split(' ')[0])).toBe(directive);
  });

  it('allow no inline script or style, no eval and no other host', () => {
    expect(policy).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*/);
  });

  it('isolate the page and tell nothing to others', () => {
    expect(SECURITY_HEADERS).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('ask for TLS for a year or more, with subdomains', () => {
    const [, seconds] =
      /^max-age=(\d+); includeSubDomains$/.exec(SECURITY_HEADERS['strict-transport-security'] ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(31_536_000);
  });

  it('close every feature but the three the page uses itself', () => {
    const features = (SECURITY_HEADERS['permissions-policy'] ?? '').split(', ');
    const open = features.filter((feature) => !feature.endsWith('=()'));
    expect(open).toEqual(['clipboard-write=(self)', 'cross-origin-isolated=(self)', 'fullscreen=(self)']);
    expect(features.length).toBeGreaterThan(25);
  });

  it('give the meta element the same policy, less what it cannot say', () => {
    expect(policy).toBe(`${META_POLICY}; frame-ancestors 'none'`);
  });
});
