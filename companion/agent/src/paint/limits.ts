/** Every distance, cap and budget of the painter; lengths in CSS pixels, times in milliseconds. */

/** The ring reaches this far outside its target (sheet.css: 4 blank, 3 thick). Nothing of ours may stand inside. */
export const HALO = 7;
/** From a target to its bubble: the ring and the arrow are between. */
export const BUBBLE_GAP = 16;
/** From a field to its label tag. */
export const LABEL_GAP = 6;
/** Words keep this far from the viewport's edges, … */
export const EDGE = 8;
/** … and the panel this far (sheet.css). */
export const PANEL_EDGE = 16;

/** A ring further off than this has lost its anchor. */
export const TOLERANCE = 1;
/** The frame loop sleeps after this many frames in which nothing moved: what begins to move later has an event. */
export const STILL_FRAMES = 2;

/** A page may undo our host this often in the window before we pause (a fight froze a tab in measurements), … */
export const REPAIRS = 30;
export const REPAIR_WINDOW = 2_000;
/** … twice as long each time. */
export const SHORTEST_PAUSE = 500;
export const LONGEST_PAUSE = 4_000;

/** Below this viewport the panel is one line and its buttons. */
export const ROOMY_WIDTH = 560;
export const ROOMY_HEIGHT = 480;
/** The panel changes its corner only when that uncovers at least this many square pixels of marked fields. */
export const CORNER_GAIN = 1_500;

/** What the page shows under label tags is asked again when it has been still for this long, or after the longer time, … */
export const RESIFT = 150;
export const LONGEST_RESIFT = 600;
/** … in slices of this length, … */
export const SIFT_SLICE = 4;
/** … and at points this far apart: two Chinese letters are wider. */
export const SIFT_STEP = 16;
