"""Form: how a public value will be written, said before it exists, so that nobody can pick among ways to write it.

In a form `0` stands for one digit, `x` for one hexadecimal digit in small letters, `#` for a whole number without
needless zeros; whatever else stands in it stands for itself. "00 00 00 00 00 00 + 00" is a result of 双色球,
"000 00000" one of 福彩3D and 排列五 on the same day, "#.00 #.00 #.00" three indices at the close of trading.

Few values can be drawn in are a danger: whoever closes a list could first try many lists (other ids, another order of
words) until one of them favours a ticket in more of the values than its share. Trying L lists against V equally likely
values moves a chance of p by about sqrt(2 p (1-p) ln L / V): for L a thousand million, V = 1,000 (福彩3D alone)
and p = 1/10 from 10.0 % to 16 %, for V = 17,721,088 (双色球) to 10.05 %. So a form of fewer than a million values
is refused. `#` counts as one, since of an index only the last figures are hard to foresee. That a form *can* have so
many values does not make them equally likely: to name a source that nobody can foresee or bend is for the caller.
"""

import re
from functools import lru_cache

from engines.draw.field import check_field
from engines.draw.unfit import Unfit

FEWEST_VALUES = 1_000_000
_SIGNS = {"0": "[0-9]", "x": "[0-9a-f]", "#": "(?:0|[1-9][0-9]*)"}


def check_form(form: object) -> None:
    """Raise Unfit unless it is a form, and one of enough values."""
    check_field("公开数值的写法", form)
    if 10 ** str(form).count("0") * 16 ** str(form).count("x") < FEWEST_VALUES:
        raise Unfit(
            f"写法“{form}”能取的值不到 {FEWEST_VALUES} 个，可能被人反复试签表凑出来",
            "请用号码更多的开奖（如双色球“00 00 00 00 00 00 + 00”），或把同一天的几种写在一起（如“000 00000”）",
        )


def check_value(form: str, value: object) -> None:
    """Raise Unfit unless the value is written as the form says."""
    if not isinstance(value, str) or not _pattern(form).fullmatch(value):
        raise Unfit(f"公开数值 {value!r} 与封存时定下的写法“{form}”不符", "请一字不差地照这个写法写")


@lru_cache(maxsize=16)
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile("".join(_SIGNS.get(sign, re.escape(sign)) for sign in form))
