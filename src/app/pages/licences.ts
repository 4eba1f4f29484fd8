/** What the page is built on, with licences. */
export const LICENCES: readonly { readonly name: string; readonly licence: string; readonly use: string }[] =
  [
    {
      name: 'vega-datasets 3.2.1, sp500-2000.csv',
      licence: 'BSD-3-Clause, Interactive Data Lab, University of Washington.',
      use: 'Daily S&P 500 history, 2000-01-03 to 2020-04-17.',
    },
    { name: 'IBM Plex Sans and Mono', licence: 'OFL-1.1.', use: 'Type.' },
    { name: 'Lucide', licence: 'ISC.', use: 'Icons.' },
    { name: 'Svelte, bits-ui, TanStack Virtual, tinykeys', licence: 'MIT.', use: 'The page.' },
    { name: 'uPlot', licence: 'MIT.', use: 'Charts.' },
    { name: 'CodeMirror and Lezer', licence: 'MIT.', use: 'The editor and the grammar.' },
    { name: 'Apache Arrow', licence: 'Apache-2.0.', use: 'Data at rest.' },
    { name: 'Dexie', licence: 'Apache-2.0.', use: 'Storage.' },
    { name: 'fflate, uqr', licence: 'MIT.', use: 'Share links and their QR codes.' },
    { name: 'Comlink', licence: 'Apache-2.0.', use: 'Workers.' },
    {
      name: 'uDSV, Valibot, Workbox, noble-hashes',
      licence: 'MIT.',
      use: 'CSV, checks, offline use, hashes.',
    },
  ];
