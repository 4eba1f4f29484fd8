declare module '*.grammar' {
  export const parser: import('@lezer/lr').LRParser;
}

declare module '@kernels.wasm?url' {
  const url: string;
  export default url;
}

declare module '@sp500.csv?url' {
  const url: string;
  export default url;
}

declare module '@sp500.csv?raw' {
  const text: string;
  export default text;
}

/** Fingerprint of the sources that the page was built from. */
declare const __BUILD_ID__: string;
