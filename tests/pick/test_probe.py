from __future__ import annotations
import shutil, time
from pathlib import Path
from companion.data import fixtures_dir
from tests.e2e.overlay import Overlay, _below, _classes
from tests.pick.conftest import Pick
from tests.pick.test_pick import arguments, RECORD

def test_probe(pick: Pick, pack: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved" / "join" / "frame"
    shutil.copytree(fixtures_dir() / "1688/join/classic-frame-personal", saved)
    f = saved / "frames/form.html"
    f.write_text(f.read_text().replace("会员名", "呢称登记"))
    t = time.time()
    run = pick(*arguments(saved, pack, "form.username"))
    page = run.page("https://member.1688.com/")
    print("page", time.time() - t)
    frame = page.frame_locator("iframe")
    inner = next(one for one in page.frames if "reg.taobao" in one.url)
    loc = frame.locator("#nick")
    print(loc.bounding_box(), page.locator("iframe").bounding_box())
    box = loc.bounding_box()
    inner.evaluate("""() => { globalThis.heard = [];
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'mousemove'])
        addEventListener(type, ({ type }) => heard.push(type), true); }""")
    for i in range(20):
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 10 + i % 2)
        if frame.locator("x-companion-pick").count(): break
        time.sleep(.1)
    print("hovered", i, time.time() - t)
    cdp = page.context.new_cdp_session(page)
    doc = cdp.send("DOM.getDocument", {"depth": -1, "pierce": True})
    def walk(n, d=0):
        for c in [*n.get("children", []), *n.get("shadowRoots", []), *([n["contentDocument"]] if n.get("contentDocument") else [])]:
            if c["localName"] == "div" and set(_classes(c)) & {"outline", "tag", "shield"}:
                try: print(_classes(c), cdp.send("DOM.getBoxModel", {"backendNodeId": c["backendNodeId"]})["model"]["border"], [x.get("nodeValue") for x in c.get("children", [])])
                except Exception as e: print(_classes(c), "none")
            walk(c, d+1)
    walk(doc["root"])
    page.screenshot(path="/tmp/pk/a.png")
    page.keyboard.down("Alt"); page.mouse.down(); page.mouse.up(); page.keyboard.up("Alt")
    print("with alt", inner.evaluate("heard"))
    inner.evaluate("heard.length = 0")
    page.mouse.down()
    print(inner.evaluate("heard"))
    page.mouse.up()
    ended = run.end()
    print("end", time.time() - t)
    print(ended.out, ended.err, ended.code)
