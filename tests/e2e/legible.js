// Draws one thing after the other with a Painter, and lists what a person could not read.
// Run in the painter's world; `shadow` is caught when the painter builds its element.

const attach = Element.prototype.attachShadow;
let shadow = null;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  if (options.mode === "closed") shadow = root;
  return root;
};

const EMPTY = { next: null, bubble: true, labels: [], framed: null, panel: null };
const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const known = new Map();

// Whatever a colour is written in, as red, green, blue and alpha of 0–255.
function bytes(colour) {
  if (!known.has(colour)) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    known.set(colour, [...pen.getImageData(0, 0, 1, 1).data]);
  }
  return known.get(colour);
}

// WCAG 2, relative luminance and contrast.
function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function paperOf(element) {
  for (let at = element; at; at = at.parentElement) {
    const colour = bytes(getComputedStyle(at).backgroundColor);
    if (colour[3] === 255) return colour;
  }
  return [255, 255, 255, 255];
}

function faultsOf(element) {
  const style = getComputedStyle(element);
  const faults = [];
  const size = parseFloat(style.fontSize);
  if (size < 16) faults.push(`${size} px`);
  const ratio = contrast(bytes(style.color), paperOf(element));
  if (ratio < 4.5) faults.push(`contrast ${ratio.toFixed(2)}`);
  return faults;
}

// Only the panel's body may scroll, and only down.
function isClipped(element) {
  const { overflowX, overflowY } = getComputedStyle(element);
  if (element.scrollWidth > element.clientWidth + 1 && overflowX !== "visible") return true;
  return element.scrollHeight > element.clientHeight + 1 && overflowY === "hidden";
}

function overlaps(one, other) {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0.5 && down > 0.5;
}

function boxFaults(element) {
  const box = element.getBoundingClientRect();
  const { innerWidth: width, innerHeight: height } = window;
  const faults = [];
  const isIn = box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
  if (!isIn) faults.push("outside the window");
  const target = document.querySelector("#target").getBoundingClientRect();
  // The bar lies over all the page, and lets every press through.
  if (!element.matches(".bar") && overlaps(box, target)) faults.push("over the target");
  return faults;
}

function look(wanted) {
  const found = [];
  const shown = [...shadow.querySelectorAll("*")].filter((one) => one.checkVisibility());
  const note = (element, faults) => {
    for (const fault of faults) found.push(`${element.className || element.localName}: ${fault}`);
  };
  for (const element of shown) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (own) note(element, faultsOf(element));
    if (element.clientWidth && isClipped(element)) note(element, ["clipped"]);
    if (element.matches(".bubble, .label, .panel, .bar, .gloss")) note(element, boxFaults(element));
  }
  if (!shown.some((one) => one.matches(wanted))) found.push(`${wanted}: not drawn`);
  return [...new Set(found)];
}

const frame = () => new Promise((done) => requestAnimationFrame(done));

// `[[what, scene], …]` → `[[what, faults], …]` of those that have any.
globalThis.judge = async (scenes, scale) => {
  const mark = ([words, tone]) => ({ target: "t", element: document.querySelector("#target"), words, tone, clear: null });
  const bad = [];
  for (const [what, { next, label, wanted, ...rest }] of scenes) {
    const scene = { ...EMPTY, hidden: false, scale, ...rest };
    if (next) scene.next = mark(next);
    if (label) scene.labels = [mark(label)];
    painter.show(scene);
    await frame();
    await frame();
    const faults = look(wanted);
    if (faults.length) bad.push([what, faults]);
  }
  return bad;
};
