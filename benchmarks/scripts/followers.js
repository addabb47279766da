// How other tours keep a ring at its target, each reduced to its technique and in its fairest form: no
// animation, no element to find again, nothing else to do. Rings look like ours.

const ring = () => {
  const box = document.createElement('div');
  box.popover = 'manual';
  box.style.cssText = `inset:auto;margin:0;border:0;padding:0;background:none;overflow:visible;pointer-events:none;
    border-radius:4px;outline:3px solid #003cb3;outline-offset:4px`;
  document.body.append(box);
  return box;
};

const put = (box, { left, top, width, height }) => {
  Object.assign(box.style, {
    left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`,
  });
};

// `rect()` is the target's box in this document's viewport.
const followers = {
  // Playwright's highlight, Shepherd's overlay: read and write in each frame.
  everyFrame(rect) {
    const box = ring();
    box.style.position = 'fixed';
    box.showPopover();
    const tick = () => { put(box, rect()); requestAnimationFrame(tick); };
    tick();
  },
  // driver.js: a listener on the window, which scrolling inside the page does not reach, and the next frame.
  scrollEvent(rect) {
    const box = ring();
    box.style.position = 'fixed';
    box.showPopover();
    let waiting = false;
    const move = () => { waiting = false; put(box, rect()); };
    window.addEventListener('scroll', () => {
      if (!waiting) requestAnimationFrame(move);
      waiting = true;
    }, { passive: true });
    move();
  },
  // intro.js: placed once in the coordinates of the document, again when the window is resized.
  documentPlace(rect) {
    const box = ring();
    box.removeAttribute('popover');
    box.style.position = 'absolute';
    const move = () => {
      const { left, top, width, height } = rect();
      put(box, { left: left + scrollX, top: top + scrollY, width, height });
    };
    window.addEventListener('resize', move);
    move();
  },
};
