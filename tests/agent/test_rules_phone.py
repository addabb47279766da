"""A phone number beside +84: nine digits, however it was written down."""

from __future__ import annotations

from tests.agent.rules import Rules, table

CODES = table(
    ok="912345678 849123456 312345678 398765432 512345678 712345678 812345678 "
    "987654321 901234567 333333333 562345678 592345678 700000000 859999999",
    phone__spaced=[
        "912 345 678",
        "912.345.678",
        "912-345-678",
        "912–345–678",
        " 912345678",
        "912345678 ",
        "９１２３４５６７８",
        "９１２ ３４５ ６７８",
        "\u202a912345678\u202c",
        "912\u00a0345\u00a0678",
        "\ufeff912345678",
        "(912) 345 678",
    ],
    phone__leading_zero=[
        "0",
        "09",
        "0912",
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "(0912) 345678",
        "0849123456",
        "084 912 3456",
        "０９１２３４５６７８",
        "00912345678",
        "0333333333",
        "01",
        "012345678",
    ],
    phone__country_prefix=[
        "+",
        "+8",
        "+84",
        "+849",
        "+84912345678",
        "+84 912 345 678",
        "+84.912.345.678",
        "84912345678",
        "84 912 345 678",
        "840912345678",
        "0084912345678",
        "00840912345678",
        "(+84) 0912345678",
        "(+84) 0912 345 678",
        "+84 (0) 912 345 678",
        "+84849123456",
        "84849123456",
        "＋８４９１２３４５６７８",
        "\u202a+84 912 345 678\u202c",
    ],
    phone__too_short="9 91 912 9123 91234567 8491234 1 12 2 24 28 169123",
    phone__too_long="9123456789 91234567890 09123456789 8491234567 +849123456789 "
    "399999999999999 0912345678912345",
    phone__not_mobile="612345678 412345678 112345678 0412345678 0612345678 "
    "1971234567 01971234567 +84612345678",
    phone__landline="02 024 028 02438251234 02838291234 0236382 +842438251234 "
    "842438251234 243825123 2438251234 0084243825",
    phone__old_number="01691234567 1691234567 +841691234567 01201234567 01241234567 "
    "01861234567 01991234567 01881234567 00841621234567",
    phone__foreign="+1 +12025550123 +8613812345678 008613812345678 +855 +8551234567 "
    "+66812345678 8613812345678 13812345678 +86 0012025550123 +6 +83",
    phone__letters=[
        "a",
        "91234567a",
        "o912345678",
        "O912345678",
        "số",
        "912345678@",
        "9,12345678",
        "9+12345678",
        "++84912345678",
        "一二三",
    ],
)

CORRECTIONS = {
    "0912345678": "912345678",
    "0912 345 678": "912345678",
    "+84912345678": "912345678",
    "84912345678": "912345678",
    "0084912345678": "912345678",
    "(+84) 0912 345 678": "912345678",
    "+84 (0) 912 345 678": "912345678",
    "９１２３４５６７８": "912345678",
    "912.345.678": "912345678",
    "0849123456": "849123456",
    "084 912 3456": "849123456",
    "+84849123456": "849123456",
    "0169 123 4567": "391234567",
    "1691234567": "391234567",
    "+84 169 123 4567": "391234567",
    "084912345678": "912345678",
    "084 912 345 678": "912345678",
    "sđt: 0912345678": "912345678",
    "0912345678 (Zalo)": "912345678",
    "912345678a": "912345678",
    "abc": None,
    "0912a": None,
    "0912345678 / 0987654321": None,
    "0912": None,
    "912345678": None,
    "9123456789": None,
    "+8613812345678": None,
    "02438251234": None,
    "0412345678": None,
}

# Prefixes of the old eleven digit numbers and what they became (users.md b.3).
RENUMBERED = {
    "012": {"0": "070", "1": "079", "2": "077", "3": "083", "4": "084"}
    | {"5": "085", "6": "076", "7": "081", "8": "078", "9": "082"},
    "016": {str(last): f"03{last}" for last in range(2, 10)},
    "018": {"6": "056", "8": "058"},
    "019": {"9": "059"},
}


def test_numbers(rules: Rules) -> None:
    """Every way of writing a number down gets the verdict that helps with it."""
    actual = rules.codes("phone", list(CODES), args={"dial": "84"})

    assert CODES == actual


def test_the_form_to_type(rules: Rules) -> None:
    """The nine digits are shown where they are certain, and nothing else."""
    actual = rules.corrections("phone", list(CORRECTIONS))

    assert CORRECTIONS == actual


def test_a_good_number_is_read_out(rules: Rules) -> None:
    """In threes, where it is as it should be, and in no other case."""
    verdicts = rules.verdicts("phone", list(CODES), args={"dial": "84"})

    read = {one.get("reading", "") for one in verdicts if one["code"] == "ok"}
    others = {one.get("reading", "") for one in verdicts if one["code"] != "ok"}
    assert "912 345 678" in read
    assert {11} == {len(reading) for reading in read}
    assert {""} == others


def test_old_numbers_are_converted(rules: Rules) -> None:
    """An old number of eleven digits becomes the one it is today."""
    pairs = {
        f"{start}{last}1234567": f"{new[1:]}1234567"
        for start, followers in RENUMBERED.items()
        for last, new in followers.items()
    }

    corrections = rules.corrections("phone", list(pairs))

    assert pairs == corrections


def test_typing_a_good_number_meets_no_fault(rules: Rules) -> None:
    """No key on the way to a right number gives a code that is said at once."""
    numbers = ["912345678", "849123456", "312345678", "700000000"]
    starts = [number[:end] for number in numbers for end in range(1, 9)]

    said = set(rules.codes("phone", starts).values()) - rules.listed("UNFINISHED")

    assert set() == said
