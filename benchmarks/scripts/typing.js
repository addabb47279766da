/** Counts, in the agent's own world, the frames from a key to the report of its verdict, which follows the drawing. */
globalThis.bench ??= {
  keys: [],
  told: 0,
  isCounting: true,
  start() {
    const listen = async () => {
      for (;;) {
        const reports = await companion.next();
        if (reports.some(({ kind }) => kind === 'view')) this.told += 1;
      }
    };
    listen();
    window.addEventListener('input', () => { if (this.isCounting) this.count(); }, true);
  },
  /** The agent's callback of a frame runs before ours, and its report has come with it. */
  count() {
    const [begun, before] = [performance.now(), this.told];
    let frames = 0;
    const look = () => {
      frames += 1;
      if (this.told === before && frames < 30) return requestAnimationFrame(look);
      this.keys.push({ frames, wait: performance.now() - begun });
    };
    requestAnimationFrame(look);
  },
  settled() {
    return new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done())); });
  },
};
