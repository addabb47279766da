/** Named caps of the agent. Append; a number that is used twice means the same thing twice. */

/** Elements of a page up to which every one is asked; of a bigger one, those round fields and known texts. */
export const FULL_SCAN = 4_000;

/** Elements of the largest box round a field or a known text that is asked for everything on a big page. */
export const ISLAND = 800;

/** Such boxes that are asked in one look. */
export const ISLANDS = 40;

/** Characters of an element's raw text up to which it can be one of the pack's texts. */
export const LONGEST_TEXT = 400;

/** Elements looked at for texts in one look: a bound on hostile pages, ten times what a real one needs. */
export const TEXT_VISITS = 20_000;

/** Fields taken into account in one look: a sign-up page has a dozen, a list of goods may have hundreds. */
export const FIELDS = 150;

/** Elements of the largest box in which the words round a field are read. */
export const LABEL_SCOPE = 800;

/** Elements of the largest box that still counts as one form or dialog on a page. */
export const CONTAINER_SIZE = 1_500;

/** Elements of the largest box that is known by a text in it alone. */
export const BOX_SIZE = 300;

/** Reports kept for a session that is not listening: it needs the last of each kind, not a history. */
export const REPORTS_KEPT = 20;

/** Milliseconds between two reports that differ only in places (DESIGN 5: at most ten a second). */
export const RECT_REPORT_MS = 100;

/** A pause of this many milliseconds ends typing: longer than between two keys, shorter than a wait. */
export const TYPING_PAUSE_MS = 700;

/** Share of the main thread that looking may take for long, and the burst it may take at once, in ms. */
export const LOOK_SHARE = 0.1;
export const LOOK_BURST_MS = 100;

/** Milliseconds of looking that may be owed at most: at the share above, two tenths of a second of rest. */
export const LOOK_DEBT_MS = 20;

/** Elements named by an attribute that are read in one look; a list of goods may title thousands. */
export const CAPTIONS = 1_000;

/** Records of changes between two looks from which a page is read anew: a page that rebuilds itself. */
export const CHANGES = 500;
