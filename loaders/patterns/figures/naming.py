"""How a subject's name is written: half-width, without marks and pointers at its ends, elided parts restored."""

from __future__ import annotations

import re

from ....schema.vocabulary import alternation, vocabulary
from ...language.spacing import joined
from .words import NAMELY, half_width, one_of, words

_DROP = re.compile(
    r"^(?:组成的|构成的|相当于|立即|立刻|明确(?=.{6})|是(?=.{4})(?![否非])|大类(?=.{3})|型(?=装备|飞机|设备|产品)|在(?:今年|去年|上年)(?:计划)?(?:新增)?|主要是|(?:19|20)\d\d(?=全国)|点(?=建议|主张|意见|要求|希望|倡议|看法|体会|共识)|也分别|分别|都(?=在)|仅(?=.{3})|[而或](?=.{4})|称(?![重号职谓])(?=.{4})|等地?(?![级额待效同于离保])(?=.{3})|但(?=[\u4e00-\u9fff]{3})|设(?=[\u4e00-\u9fff]{3})(?![备施计立区想定置])|领域(?=国家|省级|市级)|其中|其(?![他它余次实])|全省|全市|全县|全区|我国|我省|我市|本市|本省|全社会各类|各类)(?=.{2})"
)
_TOGETHER = re.compile(
    r"(?<=[^\x00-\x7f]{2})(?:今年以来|今年|去年|全年|历年|上半年|[一二三四五]年)?"
    r"(?:共计|共(?!建(?![成设起立]))|累计|总共)(?=发[送生放出]|[接签举完实建开销]|培训|补[助贴]|安排|投[入放]|支[出持]|查[验处])"
    r"|(?<=[^\x00-\x7f]{4})(?:今年以来|今年)(?=.{2})|(?<=[^\x00-\x7f]{2})(?:今天|今日|明天)?(?:计划|预计)(?=[加新开发]\w{3})"
)
"""铁路、民航共发送旅客: when and how it was added up is no part of the name."""
_SINCE = re.compile(
    r"(?<=[^\x00-\x7f]{2})自[^，,]{2,20}?以来|^(?:不到|短短|仅)[^，,]{1,3}(?:天|年|个月|小时)(?:内|时间)?(?=.{2})"
)
"""南水北调工程自全面通水以来, 不到两天过火面积: since when is no part of the name."""
_RUBRIC = re.compile(r"^【[^】]{2,30}】")
"""【在希望的田野上】全国秋粮收获: the column that an item of news stands in."""
_SAID = re.compile(r"^[^，,的]{2,12}?(?<![简名被职对自号著人])(?:声|宣)?称(?![号谓为呼职赞道])(?=[^，,]{4})")
"""媒体称出口下降: who says it is no part of the name."""
_EXPECTED = re.compile(
    r"^(?:(?:业内)?专家|业内人士|机构|有关部门|分析人士|我们|今年|全年|今天)?预计(?:(?:19|20)\d\d年|今年|明年|全年)?(?=[^，,]{2})"
)
"""专家预计销量突破40万辆: nor who expects it."""
_EACH = re.compile(
    r"(?<=[^\x00-\x7f]{2})(?:(?:提高|增加|调整|提升|上升|下降|降低|确定)?[到至为]|由|从|达到?|不?超过)?(?:人均|平均)?"
    rf"(?:每\d{{0,4}}(?:{alternation(vocabulary('comparators')['rate_bases'])})){{1,2}}$"
)
"""补助标准提高到每人每年, 最低收购价每50公斤: the unit of a rate belongs to the number."""
_SETTING = re.compile(r"(?<=目标|指标|标准)(?:初步)?(?:确定|设定|设|定)(?:在|为)?$")
"""增长目标定为: the verb that sets it."""
_FRAMED = re.compile(
    r"^(?:(?:原则上|国内只有|届时)|提前[一二两三半]年半?(?:实现|完成)?|这(?:意味着|相当于)(?:从?(?:19|20)\d\d年起)?)(?=[^，,]{3})"
    r"|^[一二两三四五六七八九十]年(?:全国|全省|全市|全区|全县)?(?=[^，,期来间定的之前后级制行规计禁以生]{3})"
)
"""原则上各级…人员, 五年全国新增城镇就业: how far and in which time it holds is no part of the name."""
_WILL = re.compile(
    r"(?<=[^\x00-\x7f，,]{2})(?<![上中少大即武麻])将(?:(?:[有超升降攀增比从由]|普遍|进一步|直?达(?!到)|转为|影响|投入)[^的，,]{0,12})?$"
)
"""国防开支将升至国内生产总值: 将 of what comes, and what comes is no part of the name."""
_THOUGHT = re.compile("认为|表示|预计|预期|觉得|担心|同意")
"""受访者认为房价将下跌: those who think so are counted, and what they think belongs to them."""
_TAKEN = re.compile(
    r"^[^，,“”]{0,24}?(?<![上中少大即武麻])[将把](?=[^，,“”]{2,24}$)(?!(?:受|以|因|会|达到|能|要|在|使|限制|一般|占|投入|达|升|增|超)|.*(?:作为|扩大|参加|变为|使|得|的比例$))"
)
"""合作机构逐步将平均担保费率降至1%: 将 stands for 把, and its object is what is counted."""
_LASTING = re.compile(
    r"(?<=[^\x00-\x7f\d]{5})(?<![近前后头今过第])[一二三四五两]年$|(?<![许认])可以?$"
    r"|(?<![存内潜理自事])(?:还?在|按照|正以|可?由|分别(?:完成|实现|达到|为)?)$"
    r"|(?<=[^\x00-\x7f]{4})(?:每[年月])?(?:一直|仍然?)(?:按照?)?$"
    r"|(?<=资金|投入|支出|补助)(?:拟|将)?安排$"
)
"""科技投入五年累计, 射程可达: how long, and how it goes on."""
_AGAINST = re.compile(r"(?<=[面量额率度值数])比$")
"""增长面比一季度扩大: what follows is compared with."""
_NAMELY = re.compile(rf"^[^，,的]{{2,8}}{NAMELY}(?=.{{4}})")
"""三个子体系即A、B: what is named stands behind 即."""
_LEFT_OVER = re.compile(
    r"(?<=[^\x00-\x7f]{2})(?<![初高集期水空其手城户家途])中$|(?<=[^\x00-\x7f]{3})(?:(?<![公邻旧乡村])里|(?<![主名干麻])(?:预计)?将|已|(?<=[限间额度准])最[长短多少高低大小迟]|(?<!船)只|(?:到期|期满)后|曾|(?<!不)可能|今[天日]|在(?:今年|去年|上年)"
    r"|(?<![平高中对同均优初何])等|[比较](?:平时|平日|往年|常年|去年|上年)(?:同期)?)$"
)
"""气象站点中, 列车运行时间将: postpositions and adverbs at the end of a name."""
_OPEN = re.compile("[（(][^（）()]{0,6}$")
"""上报有关情况（最迟: a bracket that only the number closes."""
_JOINED_ON = re.compile("^[和与及](?![田谐平美睦善解声牛县会其时])")
"""和 before a name joins it to another, but begins 和田玉, 与会代表."""
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
    if "……" in name:
        name = name.split("……")[0 if counted else -1]
    name = _REMARK.sub("", _EXPECTED.sub("", _SAID.sub("", _RUBRIC.sub("", _joined(name))))).strip("，,。；;：:、的 \t")
    if name.startswith(("（", "(")) and not re.search(r"[)）]", name):
        name = name[1:]
    if name.endswith("”") and "“" not in name:
        name = name[:-1]  # “3天居家隔离”
    if "”" in name and "“" not in name[: name.index("”")]:
        name = "“" + name  # the mark before the number's stretch
    for _ in range(3):
        name = name if counted and name.startswith("全国") else _DROP.sub("", name)
    name = _FRAMED.sub("", name)
    if not _THOUGHT.search(name):
        name = _TAKEN.sub("", _WILL.sub("", name.replace("将占", "占")))
    name = _SINCE.sub("", _TOGETHER.sub("", name))
    name = _LASTING.sub("", _SETTING.sub("", _EACH.sub("", _LASTING.sub("", name))))
    name = _OPEN.sub("", name)
    name = _LEFT_OVER.sub("", _NAMELY.sub("", _AGAINST.sub("", name)))
    return _JOINED_ON.sub("", name.strip("的了").rstrip("和与及+")).removesuffix("预期")


def restored(name: str, before: str) -> str:
    """An elided head or modifier put back from the subject before it in a list.

    省级 after 国家级服务标准化试点 gives 省级服务标准化试点;
    示范项目 after 服务型制造示范企业 gives 服务型制造示范项目.
    """
    levels = words("levels")
    if name in levels:
        level = next((v for v in levels if before.startswith(v)), "")
        return name + before[len(level) :]
    before = next((before.removeprefix(part) for part in words("origins") if before.startswith(part)), before)
    if len(name) <= 6 and len(before) > len(name):
        for size in (4, 3, 2):
            at = before.find(name[:size])
            if "的" in before[at:]:
                continue  # 保持增长的行业 before 增长面
            if size >= len(name) or one_of("flow", "stock").search(before[:at] if at > 1 else ""):
                continue  # 发送旅客 after 开行旅客列车: another thing
            if at > 1 and before[:at] not in name and not name.startswith(tuple(levels)):
                return before[:at] + name
    return name
