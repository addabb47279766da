/** Named caps of the look-up by pointing. */

/** Characters of a text read on either side of the pointer: no word of the glossary is longer. */
export const AROUND = 64;

/** Characters of the longest element whose words, split over children, are read as one. */
export const LONGEST_WHOLE = 40;

/** Steps up from a text to such an element, and from an element to one with a title. */
export const WHOLE_DEPTH = 2;

/** Words of a caption that are explained at once. */
export const MOST_WORDS = 3;

/** Pixels of the tallest control that is kept free with the word on it; taller ones hold much else. */
export const CONTROL_HEIGHT = 80;

/** Pixels that the pointer may stand off a letter. */
export const SLACK = 1;
