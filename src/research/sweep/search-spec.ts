/** Ways to choose the settings that are tried. */
export const SEARCH_METHODS = ['grid', 'random', 'latin', 'sobol', 'halving', 'tpe'] as const;

export type SearchMethod = (typeof SEARCH_METHODS)[number];

/** Which settings of the grid are tried: all of them, or as many as are asked for. */
export type SearchSpec =
  | { readonly method: 'grid' }
  | {
      readonly method: Exclude<SearchMethod, 'grid'>;
      /** Settings to try, 2 or more. */
      readonly trials: number;
      /** Integer in [0, 2^53); the same seed tries the same settings. */
      readonly seed: number;
    };

export const GRID: SearchSpec = { method: 'grid' };

/** What a search is in words, and the question that it answers better than a grid. */
export const SEARCH_WORDS: Readonly<Record<SearchMethod, { readonly label: string; readonly note: string }>> =
  {
    grid: { label: 'Grid', note: 'Every setting.' },
    random: { label: 'Random', note: 'Settings drawn at random, none twice.' },
    latin: {
      label: 'Latin hypercube',
      note: 'Drawn so that every part of every range has its turn.',
    },
    sobol: { label: 'Sobol', note: 'Spread as evenly as can be over all ranges together.' },
    halving: {
      label: 'Successive halving',
      note: 'All are tried on early bars, the better third on more, the best on all: for slow scripts.',
    },
    tpe: {
      label: 'Guided (TPE)',
      note: 'Each next setting is looked for where earlier ones did well: for slow scripts.',
    },
  };
