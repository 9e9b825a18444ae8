"""How a subject's name is written: half-width, without marks and pointers at its ends, elided parts restored."""

from __future__ import annotations

import re

from ...language.spacing import joined
from .words import half_width, one_of, words

_DROP = re.compile(
    r"^(?:但(?=[\u4e00-\u9fff]{3})|设(?=[\u4e00-\u9fff]{3})(?![备施计立区想定置])|领域(?=国家|省级|市级)|其中|其|全省|全市|全县|全区|我国|我省|我市|本市|本省|全社会各类|各类)(?=.{2})"
)
_TOGETHER = re.compile(
    r"(?<=[^\x00-\x7f]{2})(?:今年以来|今年|去年|全年|上半年)?(?:共计?|累计|总共)(?=发[送生放出]|[接签举完实建开销])"
    r"|(?<=[^\x00-\x7f]{4})(?:今年以来|今年)(?=.{2})|(?<=[^\x00-\x7f]{2})(?:今天|今日|明天)?(?:计划|预计)(?=[加新开发]\w{3})"
)
"""铁路、民航共发送旅客: when and how it was added up is no part of the name."""
_SINCE = re.compile(
    r"(?<=[^\x00-\x7f]{2})自[^，,]{2,20}?以来|^(?:不到|短短|仅)[^，,]{1,3}(?:天|年|个月|小时)(?:内|时间)?(?=.{2})"
)
"""南水北调工程自全面通水以来, 不到两天过火面积: since when is no part of the name."""
_REMARK = re.compile(r"[（(][^（）()]{10,}[)）]")
"""A bracket that explains (（同时具备理论教学能力的教师）)."""


def _joined(name: str) -> str:
    return joined(half_width(name))


def plain(name: str) -> str:
    """A stretch in half-width digits and letters, without spaces beside Chinese and without marks at its ends."""
    return _joined(name).strip("，,。；;：:、 \t")


def tidy(name: str, counted: bool = False) -> str:
    """A subject in half-width digits and letters, without spaces beside Chinese, pointers before and 的 at its ends.

    counted: it stands right of its number, where 全国 belongs to the name (10名全国三八红旗手).
    """
    name = _REMARK.sub("", _joined(name)).strip("，,。；;：:、的 \t")
    if name.startswith(("（", "(")) and not re.search(r"[)）]", name):
        name = name[1:]
    if "”" in name and "“" not in name[: name.index("”")]:
        name = "“" + name  # the mark before the number's stretch
    for _ in range(3):
        name = name if counted and name.startswith("全国") else _DROP.sub("", name)
    name = _SINCE.sub("", _TOGETHER.sub("", name))
    return name.strip("的和与及了").removesuffix("预期")


def restored(name: str, before: str) -> str:
    """An elided head or modifier put back from the subject before it in a list.

    省级 after 国家级服务标准化试点 gives 省级服务标准化试点;
    示范项目 after 服务型制造示范企业 gives 服务型制造示范项目.
    """
    levels = words("levels")
    if name in levels:
        level = next((v for v in levels if before.startswith(v)), "")
        return name + before[len(level) :]
    if len(name) <= 6 and len(before) > len(name):
        for size in (4, 3, 2):
            at = before.find(name[:size])
            if size >= len(name) or one_of("flow", "stock").search(before[:at] if at > 1 else ""):
                continue  # 发送旅客 after 开行旅客列车: another thing
            if at > 1 and before[:at] not in name and not name.startswith(tuple(levels)):
                return before[:at] + name
    return name
