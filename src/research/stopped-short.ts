/** Added to the words of a verdict while good ground runs off the edge of what was tried. */
export const STOPPED_SHORT = ', and the search stopped short';
