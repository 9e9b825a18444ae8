"""Reads the object of a verb as a list of named things, with the words restored that the list leaves out."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from ..language.reading import ReadSentence
from .masking import MASK, blot, closed
from .mention import Member, bare, mention, strip
from .wording import generic, head_of, placed, tails, whole_nouns

Span = tuple[int, int]

_WHOLE = re.compile("以及")
_SEPARATOR = re.compile(r"、|以及|和(?!谐|美乡村)|[及与暨]|，|,(?!\d)")
_NEIGHBORS = re.compile(r"(?<=[”》])(?=[“《])")  # “X行动”“Y行动”, 《X》《Y》: nothing between them
_ETC = re.compile(r"(?<![平高中同对均优初何])等(?![级次额保待于同距号离])(?:地(?!区)|省份?|市|单位)?")
_COUNT = re.compile(r"[\d一二三四五六七八九十两多几]+(?:个|大|项|家|类|种)?")
_COUNTED = re.compile(r"(?:多?(?:个|大)?(?:领域|方面|行业|类|重点领域|省市|地|城市|[个项家大])?的?)")  # 3个领域
_GROUPED = re.compile(
    r"[\d一二三四五六七八九十]{1,12}(?:大|个|项)(?:重点|重大|专项|主要)?((?:[^\d、，。]{2,8}))$"
)  # 七大重点工程
_SUMMED = re.compile(
    r"(?<=.{2})(?P<count>[二两三四五六七八九十]大)(?:国家|区域|重大|重点)?(?:发展)?"
    r"(?:战略|工程|行动|计划|平台|中心|基地|项目|体系)$"
)
"""A、B、C三大战略: the class of a list, with how many they are."""
_TOGETHER = re.compile("联动|一体化|协同|衔接|互认|融合")
"""医疗、医保、医药联动改革: one name, of what is joined."""
_KINDS = re.compile("(?:研究|立法|培训|调研|场所|区域|领域|行业|部位|环节|人员|群体|群众|问题|居民)$")
_GROUNDS = re.compile(r"[园区城港]$")
"""Endings of grounds, which a list tells apart by their names; what a platform or a center is for may be a list too."""
_BUILT = re.compile(r"[园区城港场馆院站楼](?:[（(][^（()）]*[）)])?$")
"""Endings of what is built: a name of its own beside a center (…体育公园、…足球场、…马术中心)."""
_NAMED = 4
"""Characters of what is built, by which it has a name (…足球场), not a level (区)."""
_NUMBER_FIRST = re.compile(r"\s*(?:\d+(?:余|多)?[个家项批支]|一批|若干)")
_NUMBER_LAST = re.compile(r"\d(?:余|多)?[个家项批]$")
_LEVELS = ("国家", "省级", "市级")


@lru_cache(maxsize=8192)
def members(read: ReadSentence, start: int, end: int) -> tuple[Member, ...]:
    """The things named in characters start..end of a sentence, the class first where a list has one.

    Kept, as `triggers` are: several loaders read the same object.
    """
    hidden = hidden_text(read)
    found: list[Member] = []
    begin = start
    for match in [*_WHOLE.finditer(hidden, start, end), None]:  # 以及 parts whole lists
        stop = end if match is None else match.start()
        if match is None or (start < stop and _whole(read, begin, stop)):
            found.extend(_list(read, begin, stop))
            begin = end if match is None else match.end()
    return tuple(found)


@lru_cache(maxsize=8)
def hidden_text(read: ReadSentence) -> str:
    """The text with what a separator may not cut blotted out: names, titles, quotations, brackets.

    A region parts a list, and a name that was read by its ending alone may have taken a list for one name.
    """
    names = [(n.start, n.end) for n in read.names if n.type != "Region" and n.found_by != "suffix"]
    return blot(read.text, [*names, *closed(read.text)])


def _whole(read: ReadSentence, start: int, end: int) -> bool:
    """Whether what stands before 以及 is a list of its own: it holds 等, or ends in a known ending or a closed name."""
    text = read.text[start:end].strip()
    return text.endswith(("”", "》", "）", ")")) or "等" in text or head_of(tails().sub("", text)) is not None


def _list(read: ReadSentence, start: int, end: int) -> tuple[Member, ...]:
    pieces = _pieces(read, start, end)
    if not pieces:
        return ()
    for index, (a, b) in enumerate(pieces[:-1]):
        if (etc := _ETC.search(read.text, a, b)) and etc.end() < b:  # A、B等X和Y: X ends one list, Y begins the next
            return (*_list(read, pieces[0][0], b), *_list(read, pieces[index + 1][0], end))
    listed, whole = _with_class(read, pieces)
    if whole is not None and whole.head is None and _KINDS.search(read.text[whole.start : whole.end].rstrip()):
        return ()  # 高层建筑、大型商业综合体等重点场所: kinds of places, nothing by name
    if whole is None:
        return _restored(read, [m for m in (mention(read, a, b) for a, b in pieces) if m is not None])
    places = [n.start for n in (*read.names, *read.nested) if n.type == "Region"]
    named = any(head_of(read.text[a:b].strip()) is not None or any(a <= at < b for at in places) for a, b in listed)
    grounds = whole.head is not None and _GROUNDS.search(whole.head.text) is not None
    if whole.head is not None and whole.head.type == "Center" and not whole.counted and not named and not grounds:
        # 检测、认证等公共服务平台: the list says what the one platform is for
        return (replace(whole, name=bare(read.text[listed[0][0] : whole.start] + whole.name), role="one"),)
    made = [_listed(read, a, b, whole) for a, b in listed]
    return (whole, *(m for m in made if m is not None))


def _pieces(read: ReadSentence, start: int, end: int) -> list[Span]:
    """The stretches between separators, behind a modifier of the whole list."""
    hidden, text = hidden_text(read), read.text
    begin = _modifier_end(hidden, start, end)
    found: list[Span] = []
    for match in _SEPARATOR.finditer(hidden, begin, end):
        if match.start() == begin:
            begin = match.end()
        elif match.group() not in "和及与暨" or _parts(text, hidden, begin, match.start(), match.end(), end):
            found.append((begin, match.start()))
            begin = match.end()
    if begin < end:
        found.append((begin, end))
    if not _NEIGHBORS.search(text, start, end):
        return [(a, b) for a, b in found if text[a:b].strip()]
    cut = [(a, [a + m.start() for m in _NEIGHBORS.finditer(text[a:b])], b) for a, b in found]
    split = [pair for a, inner, b in cut for pair in zip([a, *inner], [*inner, b], strict=True)]
    return [(a, b) for a, b in split if text[a:b].strip()]


def _modifier_end(hidden: str, start: int, end: int) -> int:
    """Where the list begins behind a modifier that ends in 的 (特色鲜明、优势互补的A和B)."""
    at = hidden.rfind("的", start, end)
    if at == -1:
        return start
    left, right = hidden[start:at], hidden[at + 1 : end]
    ends = any(head_of(tails().sub("", part)) for part in re.split(r"[、和及与]", right))
    if len(right) < 5 or (not ends and MASK not in right):
        return start
    first = re.split(r"[、和及与]", left)[0]
    if head_of(first) is not None and not generic(first) and "的" not in left and "、" in left:
        return start  # the first of the list has its own name: only the last one carries the modifier
    if left.startswith("面向") or (left.endswith(MASK) and "、" not in left and len(left) < 12):
        return start
    return at + 1


def _parts(text: str, hidden: str, begin: int, left: int, right: int, end: int) -> bool:
    """Whether 和 parts two things rather than standing inside one (质量控制和技术评价实验室)."""
    before = text[begin:left].rstrip()
    if _NUMBER_FIRST.match(text, right, end) or _NUMBER_LAST.search(before):
        return True
    if hidden[left - 1] == MASK or before[-1:] in "”》）)":
        return True
    earlier = text[:begin].rstrip()
    stripped = tails().sub("", before) or before
    head = head_of(stripped)
    if head is None and _parallel(before, text[right:end]):
        return True
    if head is None:
        last = "、" not in hidden[right:end]  # A、B及C、D: 及 stands inside one of them
        return earlier.endswith(("、", "，")) and len(before) <= 12 and last
    known = head.strong or head.designated or hidden[right : right + 1] == MASK
    return known and (len(stripped) > len(head.text) or earlier.endswith("、"))


def _parallel(before: str, after: str) -> bool:
    """生活补贴和护理补贴制度: both sides end alike before the ending that they share."""
    kept = re.split(r"[、，]", after)[0].strip()
    head = head_of(kept)
    return head is not None and len(before) > 4 and kept.removesuffix(head.text).endswith(before[-2:])


def _with_class(read: ReadSentence, pieces: list[Span]) -> tuple[list[Span], Member | None]:
    """The list and its class, where the last piece holds 等 or a number between both; else no class."""
    a, b = pieces[-1]
    split, rest = _border(read, a, b, alone=len(pieces) == 1)
    if split is None:
        return pieces, None
    listed = [*pieces[:-1], (a, split)]
    quantity = next((q for q in read.quantities if q.start <= rest < q.end), None)
    if quantity is not None:
        rest = quantity.end
    elif number := _COUNT.match(read.text, rest, b):
        rest = number.end()
    if counted := _COUNTED.match(read.text, rest, b):
        rest = counted.end()
    if grouped := _GROUPED.search(read.text, rest, b):  # …等科技创新七大重点工程: how many they are, and what each is
        rest = grouped.start(1)
    whole = mention(read, rest, b)
    if whole is None:
        return listed, Member("", rest, max(rest, b), None, "class")
    return listed, replace(whole, role="class", counted=_COUNT.search(read.text, split, whole.start) is not None)


def _border(read: ReadSentence, start: int, end: int, alone: bool) -> tuple[int | None, int]:
    """Where the last of a list ends (None: no class follows it) and where its class begins."""
    etc = _ETC.search(read.text, start, end)
    if etc and etc.start() > start:
        return etc.start(), etc.end()
    summed = None if alone else _SUMMED.search(read.text[start:end].rstrip())
    if summed is not None:
        return start + summed.start("count"), start + summed.start("count")
    for quantity in read.quantities:
        inside = start < quantity.start and quantity.end < end and not alone
        if inside and not read.text.startswith("以上", quantity.end) and not head_of(read.text[start : quantity.start]):
            return quantity.start, quantity.start
    return None, end


def _listed(read: ReadSentence, start: int, end: int, whole: Member) -> Member | None:
    """One of a list that a class follows: its full name is made of both."""
    start, end = strip(read.text, start, end)
    if start >= end:
        return None
    text = read.text[start:end]
    head = head_of(text)
    if whole.head is None or (text.startswith("《") and text.endswith("》")):
        return mention(read, start, end)
    if head is not None and (head.text.endswith(whole.head.text) or (head.strong and len(text) > len(head.text))):
        return mention(read, start, end)
    names = (*read.names, *read.nested)
    known = next((n for n in names if n.start == start and n.end <= end and n.found_by == "gazetteer"), None)
    if known is not None and known.type == "Program" and tails().sub("", read.text[known.end : end]) == "":
        return mention(read, start, end)  # “一带一路”建设、…三大战略: a name without its class
    region = next((n for n in names if n.type == "Region" and n.start >= start and n.end == end), None)
    own = whole.head.text if generic(whole.name) else whole.name
    role = "listed" if region is None else "place"
    return Member(text + own, start, end, whole.head, role, nominal=whole.nominal, region=region)


def _restored(read: ReadSentence, found: list[Member]) -> tuple[Member, ...]:
    """The list with shared endings given to all (蓝天、碧水、净土保卫战) and shared beginnings (示范企业、示范项目)."""
    if not found:
        return ()
    if len(found) > 1 and (head := found[-1].head) and head.type == "Center" and not found[-1].name.startswith(_LEVELS):
        found = _modifiers(read, found)
    described = all(m.name.endswith(("性", "型")) for m in found[:-1])  # 前瞻性、战略性…项目
    described = described or ("“" in found[-1].name[1:] and not any("“" in m.name for m in found[:-1]))
    if len(found) > 1 and (described or _TOGETHER.search(found[-1].name)) and all(m.head is None for m in found[:-1]):
        whole = bare(read.text[found[0].start : found[-1].start] + found[-1].name)
        found = [replace(found[-1], name=whole, start=found[0].start, canonical=None)]
    if "的" in found[-1].name:  # 多场景、多系统的应用项目: what has no ending modifies the last
        found = [m for m in found if m.head is not None or m is found[-1]]
    made: list[Member] = []
    for member in found:
        if member.title:
            made.append(member)
        elif member.head is None and member is not found[-1]:
            made.append(_with_ending(member, found[-1], found[0].name.startswith(_LEVELS)))
        else:
            made.append(_with_beginning(member, made[0]) if made else member)
    return tuple(made)


def _modifiers(read: ReadSentence, found: list[Member]) -> list[Member]:
    """What stands without an ending before a center says what it is for (检测、认证、许可服务平台): one center.

    Words that begin like the center's own stand beside it (绿色产品、绿色工厂、绿色园区).
    """
    first = len(found) - 1
    while first > 0 and found[first - 1].head is None and not found[first - 1].title:
        first -= 1
    if first == len(found) - 1:
        return found
    last = found[-1]
    if any(m.counted for m in found[first:]):
        return [*found[:first], last]  # 5000所卫生院、2000所医院和2400所服务中心: each by its own number
    own = next((n for n in (*read.names, *read.nested) if n.type == "Region" and n.start == last.start), None)
    if own is not None and all(_is_region(read, m) for m in found[first:-1]):
        ending = read.text[own.end : last.end]
        each = [
            replace(m, name=m.name + ending, head=last.head, nominal=last.nominal, canonical=None)
            for m in found[first:-1]
        ]
        return [*found[:first], *each, last]  # 新设广东、天津、福建自贸试验区
    if any(len(m.name) >= _NAMED and _BUILT.search(m.name) for m in found[first:-1]):
        return [*found[:first], last]
    if any(len(m.name) == len(last.name) and m.name[:2] == last.name[:2] for m in found[first:-1]):
        return [*found[:first], last]
    name = bare(read.text[found[first].start : last.start] + last.name)
    return [*found[:first], replace(last, name=name, start=found[first].start, canonical=None)]


def _is_region(read: ReadSentence, member: Member) -> bool:
    return any(n.type == "Region" and (n.start, n.end) == (member.start, member.end) for n in read.names)


def _with_ending(member: Member, last: Member, leveled: bool) -> Member:
    """蓝天 of 蓝天、净土保卫战 in full; a center lends its ending only under a level (国家作物、畜禽资源库)."""
    if last.head is None or (last.head.type == "Center" and not leveled and not last.name.startswith(_LEVELS)):
        return member
    ending = last.head.text
    if generic(last.name):
        return member  # 统一思想、统一意志、统一行动: no name, and none is lent
    if whole_nouns().search(member.name):
        return member  # 专业经营管理团队、…信息系统: it is no part of a name
    alike = len(member.name) == len(last.name) > 3 and member.name[:2] == last.name[:2]
    if alike or (len(member.name) > 2 and member.name[-1] == last.name[-1]):
        return member  # 开源社区、开源项目, 总体战、阻击战: whole as it stands
    if "”" in member.name[:-1] or "》" in member.name:
        ending = ""  # “三严三实”专题教育: what stands behind the quotation is its own ending
    elif last.name[:1] == member.name[:1] and last.name[len(member.name) - 1 :][:1] == member.name[-1]:
        ending = last.name[len(member.name) :]  # 跨区域、跨流域风险普查
    return replace(
        member,
        name=member.name + ending,
        head=last.head,
        nominal=member.nominal or last.nominal,
        canonical=None,
    )


def _with_beginning(member: Member, first: Member) -> Member:
    """示范项目 of 服务型制造示范企业、示范项目 in full; a name that is more than its ending stays."""
    if member.head is None or first.head is None:
        return member
    quoted = member.name.startswith("“") and member.name.endswith("”") and len(member.name) <= 6
    beginning = first.name[: first.name.index("“")] if "“" in first.name else first.name.removesuffix(first.head.text)
    if member.head.text in placed() or member.head.text == first.head.text:
        return member  # 国家自主创新示范区、高新区
    if quoted and "“" not in first.name:
        return member  # 培养项目、“特岗计划”
    whole = member.name != member.head.text and not quoted
    if whole or not beginning or beginning == first.name or member.name.startswith(beginning):
        return member
    return replace(member, name=beginning + member.name)
