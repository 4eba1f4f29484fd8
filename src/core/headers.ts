/**
 * Directives of the page's Content Security Policy.
 *
 * No inline style either: the script editor lives in a shadow root, where CodeMirror adopts its style sheet instead of
 * writing a `<style>` element, and everything else sets styles one by one. `svelte-trusted-html` is the policy Svelte
 * makes for its own templates; `default` is the one of `workers/trusted-types.ts`, which passes script addresses of
 * this origin only.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html default',
];

/** Browsers ignore these in a `<meta>` element and say so on the console. */
const HEADER_ONLY = ["frame-ancestors 'none'"];

/** Features of the browser that no page of this origin may use; the three it uses are below. */
const CLOSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];
const OWN_FEATURES = ['clipboard-write', 'cross-origin-isolated', 'fullscreen'];

/** The policy for a `<meta http-equiv="Content-Security-Policy">`, for hosts that send no headers. */
export const META_POLICY = POLICY.join('; ');

/**
 * Headers of every response: those of the proxy, and those that the service worker adds on a static host.
 *
 * @see RELIABILITY.md, row H1
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [...POLICY, ...HEADER_ONLY].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'permissions-policy': [
    ...OWN_FEATURES.map((feature) => `${feature}=(self)`),
    ...CLOSED_FEATURES.map((feature) => `${feature}=()`),
  ].join(', '),
};
