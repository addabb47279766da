/** Named caps of the search for messages. */

/** Raw characters of the longest element that can be one message. */
export const LONGEST_MESSAGE = 120;

/** Characters, in normal form, of the longest text that is known by a stem alone. */
export const LONGEST_STEMMED = 48;

/** Elements round a text that may be the message as a whole: it stands split over spans and line breaks. */
export const LEVELS = 4;

/** Text nodes read in one look: a bound on hostile pages. */
export const TEXTS = 20_000;

/** Raw texts whose reading is remembered. */
export const READINGS = 4_000;

/** Steps up from a message to the box with the fields it is about, and the characters of the largest such box. */
export const FORM_DEPTH = 12;
export const FORM_TEXT = 2_500;

/** Characters of a page that says little else: an error page, the document of a small frame. */
export const BARE_PAGE = 600;

/** Characters of a layer, or of a whole page, that holds a message or a short form: terms and advice are longer. */
export const LAYER_TEXT = 300;

/** Rows of a list with words of their own: more are a menu, steps or an article, and no messages. */
export const LIST_ROWS = 3;

/** Steps up from a message to what marks it, or its row, as a fault. */
export const MARK_DEPTH = 4;

/** Messages without a meaning of ours that are told of at once. */
export const UNKNOWNS = 3;

/** Characters, in normal form, of the longest message that is shown word by word. */
export const LONGEST_UNKNOWN = 40;
