"""A field is called what a person reads beside it, however the page is built."""

from __future__ import annotations

import pytest

from .conftest import Looker, page_of, target

PHONE = target("phone", kind="text", label=["手机号码"])
CODE = target("code", kind="code", label=["验证码"])

LAYOUTS = {
    "for": "<label for=m>手机号码</label><input id=m>",
    "wrapping": "<label><em>*</em>手机号码：<input id=m></label>",
    "labelledby": "<b id=l>手机号码</b><hr><input id=m aria-labelledby=l>",
    "aria-label": "<input id=m aria-label=手机号码>",
    "placeholder": "<input id=m placeholder=手机号码>",
    "left": "<div><span>* 手机号码：</span> <input id=m></div>",
    "table": "<table><tr><td>手机号码<td><input id=m></table>",
    "definition list": """<dl style="overflow:auto"><dt style="float:left">手机号码：
      <dd style="margin-left:90px"><input id=m></dl>""",
    "above": "<div>手机号码</div><div><input id=m></div>",
    "above, with a remark": """<div>手机号码</div><small>用于登录和接收短信通知</small>
      <div><input id=m></div>""",
    "floating": """<div style="position:relative;height:30px">
      <input id=m style="width:200px;height:30px">
      <span style="position:absolute;left:8px;top:6px">手机号码</span></div>""",
    "broken words": "<div><span>手机<b>号码</b></span> <input id=m></div>",
    "columns": """<div style="float:left;width:90px"><p>会员名</p><p>手机号码</p></div>
      <div style="float:left"><p><input></p><p><input id=m></p></div>""",
    "placed by coordinates": """<div style="position:relative">
      <b style="position:absolute;left:10px;top:80px">手机号码</b>
      <b style="position:absolute;left:10px;top:20px">会员名</b>
      <input style="position:absolute;left:100px;top:20px">
      <input id=m style="position:absolute;left:100px;top:80px"></div>""",
    "behind a country code": """<div>手机号码 <span style="cursor:pointer">+86</span>
      <input id=m></div>""",
    "behind a code without a plus": """<div>手机号码 <span tabindex=0>台湾 886 ▾</span>
      <input id=m></div>""",
    "above, beside a column of other things": """<div style="display:flex"><div>
      <div>手机号码</div><div><input id=m style="width:200px"></div></div>
      <ul style="margin:0 0 0 40px"><li>杭州远帆贸易 3年</li></ul></div>""",
    "before a comma": "<div>手机号码，登录时使用</div><div><input id=m></div>",
    "behind a drop-down": """<div>手机号码 <select><option>+86</select>
      <input id=m></div>""",
    "in a row that is a link": "<a href=x><span>手机号码</span> <input id=m></a>",
    "above a drop-down": """<div>手机号码</div>
      <select style="width:90px"><option>+86</select><input id=m>""",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_label_is_read_where_it_stands(look: Looker, layout: str) -> None:
    """Each way of laying out a label leads to its field."""
    seen = look(layout, PHONE)

    assert "#m" == seen["phone"]


ROWS = """
<div style="height:40px"><span>手机号码</span> {phone}</div>
<div style="height:40px"><span>验证码</span> <input id=c></div>"""


def test_each_row_has_its_own_label(look: Looker) -> None:
    """Two rows are two fields."""
    seen = look(ROWS.format(phone="<input id=m>"), PHONE, CODE)

    assert ("#m", "#c") == (seen["phone"], seen["code"])


def test_a_label_without_its_field_names_no_other(look: Looker) -> None:
    """When the field is gone, its label does not fall to the next row."""
    seen = look(ROWS.format(phone=""), PHONE, CODE)

    assert ("absent", "#c") == (seen["phone"], seen["code"])


def test_a_label_above_without_its_field_names_no_other(look: Looker) -> None:
    """With labels above, a field left alone keeps to the nearest label."""
    markup = "<p>手机号码</p><p>验证码</p><input id=c>"

    seen = look(markup, PHONE, CODE)

    assert ("absent", "#c") == (seen["phone"], seen["code"])


def test_a_label_left_of_another_field_is_not_shared(look: Looker) -> None:
    """The second field of a row is not called by the first one's label."""
    seen = look("<div>手机号码 <input id=m> <input id=other></div>", PHONE)

    assert "#m" == seen["phone"]


def test_labels_over_columns_name_each_its_own(look: Looker) -> None:
    """Words right of a label head the next column; they are not what it names."""
    column = "<div style='width:200px;margin-right:40px'><p>{}</p><input id={}></div>"
    columns = column.format("手机号码", "m") + column.format("验证码", "c")

    seen = look(f"<div style='display:flex'>{columns}</div>", PHONE, CODE)

    assert ("#m", "#c") == (seen["phone"], seen["code"])


def test_words_of_a_side_bar_name_no_field(look: Looker) -> None:
    """What stands over the field is nearer than what stands far left of it."""
    side = "<aside style='position:absolute;left:0;top:38px'>客服</aside>"
    form = "<div style='margin-left:280px'><p style='margin:0'>手机号码</p><input id=m>"

    seen = look(f"{side}{form}</div>", PHONE)

    assert "#m" == seen["phone"]


def test_a_label_half_way_belongs_to_the_field_below(look: Looker) -> None:
    """Only what is clearly nearer to the field over it remarks on that one."""
    row = "<input style='display:block'><p style='margin:{}'>手机号码</p><input id=m>"

    half, hint = (look(row.format(gap), PHONE) for gap in ("14px 0 20px", "2px 0 30px"))

    assert ("#m", "absent") == (half["phone"], hint["phone"])


def test_a_field_that_calls_itself_otherwise_is_not_meant(look: Looker) -> None:
    """A placeholder of another target outweighs words that merely stand near."""
    markup = "<div>手机号码 <input id=c placeholder=请输入验证码></div>"
    code = target("code", kind="code", placeholder=["请输入验证码"])

    seen = look(markup, PHONE, code)

    assert ("absent", "#c") == (seen["phone"], seen["code"])


def test_a_remark_in_a_field_does_not_outweigh_its_name(look: Looker) -> None:
    """Words beside the field name it outright; those in it say what it is good for."""
    phone = target("phone", kind="text", label=["手机号码"], forbidden=["验证码"])
    code = target("code", kind="code", placeholder=["*短信验证码"])

    seen = look("手机号码 <input id=m placeholder=用于接收短信验证码>", phone, code)

    assert ("#m", "absent") == (seen["phone"], seen["code"])


def test_what_is_typed_is_never_read(look: Looker) -> None:
    """Asking a field for its value would be noticed, and nobody asks."""
    look.show("<form><label>手机号码 <input id=m></label><textarea></textarea></form>")
    look.page.evaluate("""() => {
      window.asked = 0;
      for (const kind of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement])
        Object.defineProperty(
          kind.prototype, 'value', { get() { window.asked += 1; } });
    }""")

    seen = look.again(page_of(PHONE))

    assert ("#m", 0) == (seen["phone"], look.page.evaluate("window.asked"))


def test_a_tick_box_is_called_by_its_whole_sentence(look: Looker) -> None:
    """The sentence with its links, not a word of it, is the label."""
    markup = """<div><input id=b type=checkbox> 我已阅读并同意
      <a href=/t>《服务条款》</a>及<a href=/p>《隐私声明》</a></div>"""

    agree = target("agree", kind="checkbox", label=["我已阅读并同意*"])
    seen = look(markup, agree)

    assert "#b" == seen["agree"]


def test_radios_are_told_apart_by_their_words(look: Looker) -> None:
    """Each radio is called by the words right of it."""
    markup = """<div>贸易身份：<input type=radio name=r id=s>我要销售
      <input type=radio name=r id=b>我要采购
      <input type=radio name=r id=x>两者都是</div>"""

    seen = look(markup, target("buyer", kind="radio", label=["我要采购"]))

    assert "#b" == seen["buyer"]


def test_words_that_stand_apart_are_no_line(look: Looker) -> None:
    """Two labels in one row of a table head two fields; together they name none."""
    head = "<td width=220>登录密码</td><td width=220>确认密码</td>"
    row = "<td><input id=p type=password></td><td><input id=q type=password></td>"
    first = target("first", kind="password", label=["登录密码"], forbidden=["确认密码"])

    seen = look(f"<table><tr>{head}</tr><tr>{row}</tr></table>", first)

    assert "#p" == seen["first"]
