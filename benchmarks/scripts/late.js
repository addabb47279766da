// Brings a link after a while, as a page does that first asks its server; notes when.

const bring = ([text, colour, delay]) => {
  setTimeout(() => {
    const link = document.createElement('a');
    link.id = 'late';
    link.href = '/member/join/common_join.htm';
    link.textContent = text;
    link.style.cssText = `position:fixed;left:500px;top:300px;width:160px;height:40px;
      z-index:99999;background:${colour};color:#000`;
    document.body.append(link);
    window.broughtAt = performance.timeOrigin + performance.now();
  }, delay);
};
