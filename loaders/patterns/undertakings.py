"""Programs and centers that a clause says are set going: the ground that launches and deploys share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...schema.facts import Entity
from ..context.context import ScopedSentence
from ..language.reading import ReadSentence
from .coordination import members
from .mention import Member
from .triggers import Trigger, triggers
from .wording import Head, generic, holds_head, institutions, opening_verb, placed, verbs

_NOUNS = frozenset({"建设", "推进", "实施", "开展", "启动"})
_SLOGAN = re.compile(r"(?:强国|强省|强市|中国|小康社会|现代化)(?:战略)?$")  # an aim of the state, not something set up
_QUOTED = re.compile(r"[\u4e00-\u9fff]{0,6}“(?![一二三四五六七八九十两\d]+[个大项])[^“”，。；]{2,14}”")
# No name begins so (这场攻坚战, 在社区引入…平台, 以社会保障卡为载体…) or holds a number of unnamed things.
_NO_NAME = re.compile(
    r"(?:这|该|此|其(?!他|它|中|余)|上述|前述|将|把|在(?!线|职|岗|校|建|轨)|向(?!海|阳|日|心|善|前|上)|对(?!外|口|标|台|接))"
    r"|坚持|确保|示范带动|带动|加大|寻访|参观|以[^“”]{2,16}为|.*(?:一系列|一批|引入|纳入|升级为|更名为|改建为)"
)
_COUNTED = re.compile(r"^(?:[一二两三四五六七八九十]{1,2}|\d{1,2})大")
_BECOMES = re.compile("已|变身|成为|称为|是|以来")
_ANY_SUCH = re.compile(r"(?:符合|具备|满足)[^，。；、]{0,10}条件的|符合[^，。；、]{2,12}(?:要求|规定|标准)的")
_TYPES = frozenset({"Program", "Center", "Organization"})


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One named thing that a verb sets going.

    place: half-open offsets of the evidence in the sentence, from the verb to the thing (or the thing to its verb).
    """

    trigger: Trigger
    member: Member
    thing: Entity
    place: tuple[int, int]
    rule: str


@lru_cache(maxsize=4096)  # three loaders ask for the same article's sentences
def undertakings(sentence: ScopedSentence) -> tuple[Undertaking, ...]:
    """What the verbs of a sentence set going, from left to right; titles set nothing going."""
    return tuple(_undertakings(sentence))


def _undertakings(sentence: ScopedSentence) -> Iterator[Undertaking]:
    if sentence.read.sentence.kind == "title":
        return
    for trigger in triggers(sentence):
        verb = trigger.any(verbs("launches"))
        pushed = trigger.any(verbs("launches", "advance"))
        if trigger.any(verbs("participates")) or trigger.any(verbs("launches", "not_beside")):
            continue
        if trigger.object_start < trigger.object_end and (verb or pushed):
            weak = verb is None or trigger.relative or verb in verbs("launches", "weak")
            yield from _objects(sentence, trigger, weak, only_advance=verb is None)
        if trigger.object_start < trigger.object_end and trigger.any(verbs("launches", "founding")):
            yield from _founded(sentence, trigger)
        elif (
            trigger.any(verbs("launches", "passive"))
            and trigger.object_start >= trigger.object_end
            and sentence.read.text[trigger.start : trigger.end] not in _NOUNS  # 网络强国建设: a noun, nothing is done
        ):
            yield from _subjects(sentence, trigger)


def _objects(sentence: ScopedSentence, trigger: Trigger, weak: bool, only_advance: bool) -> Iterator[Undertaking]:
    if not _may_name(sentence.read, trigger.object_start, trigger.object_end):
        return
    found = members(sentence.read, trigger.object_start, trigger.object_end)
    if not found:
        return
    last = max(m.end for m in found)
    verb = trigger.any(verbs("launches"))
    selected = trigger.any(verbs("recognises")) is not None
    written = trigger.any(verbs("issues")) is not None
    for member in found:
        if selected and member.role not in {"listed", "place"}:
            continue  # 遴选建设…: the class is recognised, only what it lists by name is set up
        if member.title or member.nominal in verbs("recognises", "nominal"):
            continue
        if written and member.head is not None and member.head.type in {"Plan", "Document"}:
            continue  # 编制完成…规划 makes a text
        if member.role == "class" and len(found) > 1:
            continue
        if (
            weak
            and member.counted
            and not only_advance
            and member.head is not None
            and member.head.text.endswith("项目")
        ):
            continue  # 打造20个…示范项目 says how many, not which
        thing = named(member, weak, quoted=trigger.any(verbs("launches", "quoted")) is not None)
        if thing is None or (only_advance and not _advanced(member, thing)):
            continue
        if verb == "举行" and thing.type != "Program":
            continue  # 举行入队仪式、寻访红色教育基地
        if _ANY_SUCH.search(sentence.read.text, trigger.object_start, member.end):
            continue  # 支持符合条件的…项目: any that fits
        if member.head is None and _BECOMES.search(sentence.read.text, trigger.object_start, member.start):
            continue  # 实施…已变身为一座“文化磁场”
        yield Undertaking(
            trigger,
            member,
            thing,
            (trigger.start, max(last, trigger.end)),
            "listed" if member.role == "listed" else "verb",
        )


def _may_name(read: ReadSentence, start: int, end: int) -> bool:
    """Whether a stretch holds what `named` asks for: a name, a known ending or a quotation. Many objects hold none."""
    text = read.text[start:end]
    return "“" in text or holds_head(text) or any(n.start < end and start < n.end for n in read.names)


def _advanced(member: Member, thing: Entity) -> bool:
    """Whether 推进, 支持 and the like set a thing going: a program with an end, or …建设."""
    if "“" in thing.name and (member.head is None or member.nominal):
        return True  # all quotation
    if thing.type == "Program":
        return member.head is not None and member.head.strong and member.head.text != "战略"
    return member.nominal in verbs("launches", "nominal")


def _founded(sentence: ScopedSentence, trigger: Trigger) -> Iterator[Undertaking]:
    """组建应急管理部: a body comes into being."""
    for name in sentence.read.names:
        if name.type == "Agency" and name.start == trigger.object_start and name.end == trigger.object_end:
            member = Member(name.text, name.start, name.end, None, canonical=name)
            yield Undertaking(trigger, member, Entity(name.canonical, name.type), (trigger.start, name.end), "founded")


def _subjects(sentence: ScopedSentence, trigger: Trigger) -> Iterator[Undertaking]:
    """…行动全面启动: the thing stands before its verb."""
    start = trigger.before
    if not _may_name(sentence.read, start, trigger.start):
        return
    for member in members(sentence.read, start, trigger.start):
        if member.title or member.nominal in verbs("recognises", "nominal"):
            continue
        pushed = trigger.verbs[-1] in verbs("launches", "advance")  # …持续推进 says less than …启动
        thing = named(member, weak=pushed, quoted=True)
        if thing is not None and not (pushed and not _advanced(member, thing)):
            yield Undertaking(trigger, member, thing, (member.start, trigger.end), "passive")


def purpose(sentence: ScopedSentence, found: Undertaking) -> bool:
    """为实施X战略，…: what is said to be done stands in the clauses that follow."""
    return sentence.read.text.startswith("为", found.trigger.clause.start)


def named(member: Member, weak: bool, quoted: bool = False) -> Entity | None:
    """The program, center or body that a member of a list names; None where it is too vague to be a node.

    weak: the verb says little (完善, 推进), so that only a telling name counts. quoted: words in quotation marks are a
    name without a known ending too (推行“双随机、一公开”).
    """
    name, head = member.name, member.head
    known = member.canonical
    if _SLOGAN.search(name) or _NO_NAME.match(name):
        return None
    zone = head is not None and head.type == "Center"
    if known is not None and known.type == "Region" and zone:
        return Entity(known.canonical, "Center")  # 雄安新区: a place that is set up
    if known is not None and known.type not in _TYPES | {"Event", "Metric", "Plan"}:
        return None
    if weak and head is None and known is not None and known.type == "Organization":
        return None  # 推广某公司…经验
    if known is not None and known.type in _TYPES and (known.canonical != known.text or known.found_by != "suffix"):
        return Entity(known.canonical, known.type)  # an alias, 部重点实验室: the full form; or a name that is known
    if generic(name) or not 3 <= len(name) <= 45:
        return None
    if head is None:
        return _quoted(member) if quoted else None
    if weak and name.endswith(("公司", "企业集团")) and not (known is not None and known.found_by != "suffix"):
        return None  # 培育…金融控股公司: any of a kind
    if name.endswith("子公司"):
        return None
    if head.designated and not head.strong:
        return None  # a class of bodies, which others recognise
    kind = head.type
    if head.text.endswith("规划") and (member.nominal or re.search("[与和同步]规划$", name)):
        return None  # …规划建设: both are verbs
    if (kind == "Plan" and head.text.endswith(("计划", "规划"))) or (kind == "Event" and not head.strong):
        kind = "Program"
    if kind not in _TYPES:
        return None
    if not head.strong and "“" not in name and (weak or head.text not in institutions()):
        return None
    ground = member.role == "listed" and head.text.endswith(("区", "园"))  # 枫林医学园区: told by its own name
    if not _telling(name, head, weak and not ground) or generic(opening_verb().sub("", name)):
        return None
    return Entity(name, kind)


def _telling(name: str, head: Head, weak: bool) -> bool:
    """Whether what stands before the ending says enough to tell this thing from its like."""
    own = len(_COUNTED.sub("", name)) - len(head.text)
    if re.search("“[一二三四五六七八九十两\\d]+[个大]", name):
        return False
    if "“" in name or name.startswith(("国家", "全国", "省级", "市级")):
        return own >= 2
    if "的" in name and not name.startswith("面向") and head.text != "战略":
        return False
    if head.text in placed():
        return own >= 2
    if head.type == "Center":
        return own >= 3 and (not weak or len(name) >= 8)
    if head.type == "Organization":
        return own >= 3
    return own >= (
        4 if len(head.text) == 2 and head.text in {"项目", "课题", "活动", "服务"} else 3 if len(head.text) < 3 else 2
    )


def _quoted(member: Member) -> Entity | None:
    """A name that is all quotation (“双随机、一公开”, “煤改气”)."""
    return Entity(member.name, "Program") if _QUOTED.fullmatch(member.name) else None
