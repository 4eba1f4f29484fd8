/** What the page uses of a sweep beside types: looking settings up, and words for searches and objectives. */
export {
  GRID,
  SEARCH_METHODS,
  SEARCH_WORDS,
  type SearchMethod,
  type SearchSpec,
} from '../research/sweep/search-spec';
export { MOST_OBJECTIVES, SHARPE, goalOf, type ObjectiveSpec } from '../research/sweep/objective-spec';
export { DEFAULT_MEMORY, TRIAL_LIMIT } from '../research/sweep/limits';
export { cellAt, cellOfRow, rowOfPlace, TRIAL_FIGURES } from '../research/sweep/trial-table';
export { valuesAt } from '../research/sweep/grid-place';
