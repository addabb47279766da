/** Resolves once the document is loaded and nothing in it has changed for a while; `most` ms at the latest. */
function quiet({ still, most }) {
  return new Promise((resolve) => {
    let pause = 0;
    const end = (loaded) => {
      clearTimeout(pause);
      clearTimeout(limit);
      observer.disconnect();
      resolve(loaded);
    };
    const wait = () => {
      clearTimeout(pause);
      pause = setTimeout(() => document.readyState === 'complete' && end(true), still);
    };
    const observer = new MutationObserver(wait);
    const limit = setTimeout(() => end(document.readyState === 'complete'), most);
    observer.observe(document, { subtree: true, childList: true });
    addEventListener('load', wait, { once: true });
    wait();
  });
}
