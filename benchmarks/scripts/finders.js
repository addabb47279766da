// How others notice an element that comes late, each in its fairest form: they know its id.
// Needs followers.js before it.

const draw = (element) => {
  const box = ring();
  box.style.position = 'fixed';
  put(box, element.getBoundingClientRect());
  box.showPopover();
};

const late = () => document.getElementById('late');

const poll = (every) => {
  const timer = setInterval(() => {
    if (!late()) return;
    clearInterval(timer);
    draw(late());
  }, every);
};

const finders = {
  observer() {
    const observer = new MutationObserver(() => {
      if (!late()) return;
      observer.disconnect();
      requestAnimationFrame(() => draw(late()));
    });
    observer.observe(document, { childList: true, subtree: true });
  },
  poll200: () => poll(200),
  poll500: () => poll(500),
};
