/** Every distance, cap and budget of the painter; lengths in CSS pixels, times in milliseconds. */

/** The ring's outline begins this far outside its target … */
export const RING_OFFSET = 4;
/** … and is this thick. Nothing of ours may stand inside the sum. */
export const RING_WIDTH = 3;
/** From the ring's outer edge to the bubble; the arrow fills it. */
export const BUBBLE_GAP = 9;
/** From a field to its label tag. */
export const LABEL_GAP = 6;
/** Bubble and panel keep this far from the viewport's edges. */
export const EDGE = 8;
export const PANEL_EDGE = 16;
/** The arrow's centre keeps this far from the bubble's corners. */
export const ARROW_INSET = 16;

/** A ring further off than this has lost its anchor. */
export const RING_TOLERANCE = 1;
/** The frame loop sleeps after this many frames in which nothing moved. */
export const STILL_FRAMES = 10;

/** A page may undo our host this often in the window before we back off (a fight froze a tab in measurements). */
export const REPAIRS = 30;
export const REPAIR_WINDOW = 2_000;
export const BACK_OFF = [500, 1_000, 2_000, 4_000] as const;

/** Below this viewport the panel is one line and its buttons. */
export const ROOMY_WIDTH = 560;
export const ROOMY_HEIGHT = 480;
/** The panel changes its corner only when that uncovers at least this many square pixels of marked fields. */
export const CORNER_GAIN = 1_500;

/** What the page shows under label tags is asked at most this often while nothing of ours has moved, … */
export const RESIFT = 100;
/** … and in slices of this length. */
export const SIFT_SLICE = 4;
