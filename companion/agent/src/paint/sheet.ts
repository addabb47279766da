/** How everything of ours looks: calm, and unmistakably not the site's own. */

import type { Tone } from '../messages';
import { RING_OFFSET, RING_WIDTH } from './limits';

const SIGNS: Readonly<Record<Tone, string>> = { todo: '', good: '✓', bad: '!' };

/** Never colour alone: every tone but the plain one has its sign. */
export function signOf(tone: Tone): string {
  return SIGNS[tone];
}

/** Blue at 9:1 on white and 3:1 on 1688's orange. */
export const SHEET = `
*, ::before { box-sizing: border-box; }
.pin, .panel {
  position: fixed; inset: auto; margin: 0; border: 0; padding: 0; width: max-content; height: auto; overflow: visible;
  background: none; color: #14213d; display: none; pointer-events: none; text-align: left; overflow-wrap: break-word;
  font: 400 16px/1.5 "Segoe UI", "Be Vietnam Pro", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif;
}
.pin:popover-open { display: block; }
.pin {
  position-anchor: auto; position-visibility: anchors-visible;
  left: calc(var(--ax, anchor(left, -9999px)) + var(--x, 0px));
  top: calc(var(--ay, anchor(top, -9999px)) + var(--y, 0px));
}
.gone { visibility: hidden; }
b { font-weight: 700; }
.ring {
  anchor-name: --next; width: auto; border-radius: 4px;
  right: anchor(right, 0px); bottom: anchor(bottom, 0px);
  outline: ${RING_WIDTH}px solid #003cb3; outline-offset: ${RING_OFFSET}px;
}
.ring.veil, .ring.loose { right: auto; bottom: auto; width: var(--w); height: var(--h); }
.ring.veil { outline: none; }
/* Opacity alone, which needs no main thread: an animated outline cost 3 ms a frame on 50,000 nodes. */
.ring.fresh:not(.veil)::after {
  content: ""; position: absolute; inset: -${RING_OFFSET + RING_WIDTH}px; border-radius: 9px; opacity: 0;
  outline: 8px solid #6f9bff; animation: pulse 900ms ease-in-out;
}
@keyframes pulse { 40% { opacity: .6; } }
.bubble {
  position-anchor: --next; max-width: 320px; padding: 10px 14px 10px 12px; background: #fff; border: 1px solid #9fb4dd;
  border-left: 5px solid var(--edge); border-radius: 8px; box-shadow: 0 4px 16px rgb(0 20 60 / .22); --edge: #003cb3;
}
.bubble:popover-open { display: flex; gap: 8px; }
.words { min-width: 0; }
.sign { flex: none; font-weight: 700; color: var(--edge, #003cb3); }
.sign:empty { display: none; }
.bubble .sign, .badge .sign {
  width: 22px; height: 22px; margin-top: 1px; border: 2px solid; border-radius: 50%; text-align: center;
  font-size: 14px; line-height: 18px;
}
.arrow {
  position: absolute; width: 12px; height: 12px; background: #fff; border: solid #9fb4dd; border-width: 1px 0 0 1px;
}
[data-side=right] .arrow { left: -9px; top: calc(var(--arrow) - 7px); transform: rotate(-45deg); border-color: var(--edge); }
[data-side=right] .arrow { background: var(--edge); }
[data-side=left] .arrow { right: -7px; top: calc(var(--arrow) - 7px); transform: rotate(135deg); }
[data-side=bottom] .arrow { top: -7px; left: calc(var(--arrow) - 11px); transform: rotate(45deg); }
[data-side=top] .arrow { bottom: -7px; left: calc(var(--arrow) - 11px); transform: rotate(225deg); }
.label {
  max-width: 300px; padding: 1px 10px; background: #e3ecff; border: 1px solid #8fadea; border-radius: 13px; --edge: #003cb3;
}
.label:popover-open { display: flex; gap: 6px; }
.pin[data-tone=good] { --edge: #14743c; }
.pin[data-tone=bad] { --edge: #9a5b00; }
.label[data-tone=good] { background: #e4f5ea; border-color: #5fae7d; }
.label[data-tone=bad] { background: #fff1d6; border-color: #c98a1b; }
.panel {
  width: 320px; max-width: calc(100vw - 32px); max-height: 40vh; overflow: hidden; pointer-events: auto; background: #fff;
  border: 1px solid #9fb4dd; border-top: 5px solid #003cb3; border-radius: 10px; box-shadow: 0 6px 24px rgb(0 20 60 / .28);
  cursor: default; user-select: none;
}
.panel:popover-open { display: flex; flex-direction: column; }
[data-corner^=right] { right: 16px; }
[data-corner^=left] { left: 16px; }
[data-corner$=bottom] { bottom: 16px; }
[data-corner$=top] { top: 16px; }
.body { overflow-y: auto; overscroll-behavior: contain; min-height: 0; padding: 10px 14px 4px; }
.body > * { margin: 0 0 6px; }
.badge { display: flex; gap: 8px; font-weight: 600; color: var(--edge); --edge: #14743c; }
.badge[data-tone=practice] { --edge: #5b3a9e; }
.badge[data-tone=foreign] { --edge: #a11212; }
.bar { height: 6px; border-radius: 3px; background: #dde6f7; border: 1px solid #9fb4dd; overflow: hidden; }
.done { height: 100%; width: calc(var(--done) * 100%); background: #003cb3; }
.sentence { font-size: 18px; font-weight: 600; }
.note { font-size: 14px; color: #44506b; }
.title { font-weight: 700; }
.help ul { margin: 4px 0 0; padding-left: 20px; }
.buttons { flex: none; display: flex; gap: 8px; padding: 6px 14px 10px; }
button {
  font: inherit; color: #003cb3; background: #fff; border: 1px solid #003cb3; border-radius: 6px; padding: 3px 12px;
  min-height: 32px; cursor: pointer;
}
button:hover { background: #e3ecff; }
button:focus-visible { outline: 3px solid #003cb3; outline-offset: 2px; }
[hidden] { display: none !important; }
[data-size=compact] :is(.badge:not([data-tone=foreign]), .progress, .note) { display: none; }
[data-size=compact] .sentence {
  font-size: 16px; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
}
[data-size=compact] .body { padding-top: 6px; }
.panel[data-size=pill] { width: auto; border: 0; border-radius: 20px; }
[data-size=pill] :is(.body, [data-action=stuck], [data-action=hide]) { display: none; }
[data-size=pill] .buttons { padding: 0; }
[data-size=pill] button { border-radius: 20px; padding: 5px 16px; }
.panel:not([data-size=pill]) [data-action=show] { display: none; }
@media (prefers-reduced-motion: reduce) { .ring.fresh:not(.veil)::after { animation: none; } }
@media (forced-colors: active) { .done { background: Highlight; forced-color-adjust: none; } }
@media print { .pin, .panel { display: none !important; } }
`;
