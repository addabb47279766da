"""The chosen country."""

from __future__ import annotations

from tests.agent.rules import Rules, table

CODES = table(
    ok=[
        "越南 +84",
        "+84",
        "84",
        "越南 84",
        "Vietnam (+84)",
        "+ 84",
        "＋８４",
        "VN +84 ",
    ],
    country_code__china=[
        "中国大陆 +86",
        "+86",
        "86",
        "China +86",
        "中国 (+86)",
        "＋８６",
    ],
    country_code__wrong=[
        "0084",
        "中国香港 +852",
        "中国澳门 +853",
        "中国台湾 +886",
        "+840",
        "+1",
        "+855",
        "+66",
        "泰国 +66",
        "请选择",
        "+8",
        "+4",
    ],
)


def test_countries(rules: Rules) -> None:
    """Vietnam's code, China's that stands there at first, or another one."""
    actual = rules.codes("dial", list(CODES), args={"dial": "84"})

    assert CODES == actual
