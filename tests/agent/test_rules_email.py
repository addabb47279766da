"""An e-mail address."""

from __future__ import annotations

from tests.agent.rules import Rules, table

CODES = table(
    ok="huong@gmail.com huong.shop+1688@gmail.com a@b.vn x@yahoo.com x@yahoo.com.vn "
    "x@hotmail.com x@outlook.com x@icloud.com x@live.com x@me.com x@mail.com "
    "x@shop.example x@congty.com.vn x@vnu.edu.vn 123@qq.com x@163.com x@126.com "
    "x@ymail.com x@gmx.com x@fpt.vn HUONG@GMAIL.COM x@proton.me x@yahoo.co.uk "
    "x_y-z@sub.domain.vn x@msn.com x@aol.com",
    email__format="h huong huong@ huong@gmail. @gmail.com huong.com a@@b.vn a@b@c.vn "
    "huong@x huong@.vn huong@x..vn .h@x.vn h.@x.vn h..g@x.vn",
    email__space=["huong @gmail.com", " huong@gmail.com", "huong@gmail.com ", "a b"],
    email__accents=["hương@gmail.com", "huong@gmaiđ.com", "đ"],
    email__domain="x@gmail.con x@gmai.com x@gmial.com x@gmal.com x@gmaill.com "
    "x@gmail.co x@gmail.cm x@gmail.comm x@gamil.com x@gmail.vn x@gmail.com.vn "
    "x@gmail x@yahoo x@yaho.com x@yahooo.com x@yahoo.con x@yahoo.com.vm x@yahoo.co "
    "x@yhaoo.com x@yahoo.com.n x@hotmai.com x@hotmial.com x@hotmail.con x@outlok.com "
    "x@outlook.co x@iclod.com x@icloud.con x@GMAIL.CON",
)

CORRECTIONS = {
    "x@gmail.con": "x@gmail.com",
    "x@gmai.com": "x@gmail.com",
    "x@yahoo.com.vm": "x@yahoo.com.vn",
    "x@gmail.com.vn": "x@gmail.com",
    "hu ong@gmail.com": "huong@gmail.com",
    " huong@gmai.com": "huong@gmail.com",
    "huong＠gmail.com": "huong@gmail.com",
    "Lan Anh <lan@gmail.com>": "lan@gmail.com",
    "mailto:lan@gmail.com": "lan@gmail.com",
    "Lan Anh <lan>": None,
    "Hương <huong@gmail.com>": None,
    "a b": None,
    "huong@gmail.com": None,
    "huong@": None,
}


def test_addresses(rules: Rules) -> None:
    """Every address gets the verdict that helps with it."""
    actual = rules.codes("email", list(CODES))

    assert CODES == actual


def test_the_form_to_type(rules: Rules) -> None:
    """Spaces and names are taken out and the usual slips of a domain are mended."""
    actual = rules.corrections("email", list(CORRECTIONS))

    assert CORRECTIONS == actual
