"""What a number counts or measures, with elided heads restored."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from policygraph.loaders.context import ScopedArticle
from policygraph.loaders.patterns.figures import find
from policygraph.loaders.patterns.figures.slots import slots
from policygraph.loaders.patterns.figures.subjects import readings, subject_of
from policygraph.loaders.pipeline import load
from policygraph.loaders.reading import read_bytes
from policygraph.schema.facts import Figure

Article = Callable[..., ScopedArticle]


def told(article: ScopedArticle) -> list[tuple[str, float | None]]:
    return [(f.subject, f.value) for f in find(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # elided heads and modifiers of a list
        ("认定服务型制造示范企业40家、示范平台25个，示范项目60个。",
         [("服务型制造示范企业", 40), ("服务型制造示范平台", 25), ("服务型制造示范项目", 60)]),
        ("新建国家绿色工厂120家，其中省级30家。", [("国家绿色工厂", 120), ("省级绿色工厂", 30)]),
        ("拥有国家级示范工厂6家、省级45家、市级300家。",
         [("国家级示范工厂", 6), ("省级示范工厂", 45), ("市级示范工厂", 300)]),
        # 分别
        ("二氧化硫、氨氮排放量分别下降5.6%和4%。", [("二氧化硫排放量", 5.6), ("氨氮排放量", 4)]),
        ("钢铁、煤炭产量分别达到5000万吨和2亿吨。", [("钢铁产量", 5e7), ("煤炭产量", 2e8)]),
        ("园区数量和企业数量分别增加到20个、300家。", [("园区数量", 20), ("企业数量", 300)]),
        ("分别新增省级、市级绿色工厂12家和40家。", [("省级绿色工厂", 12), ("市级绿色工厂", 40)]),
        # a number says more of the last subject
        ("工业增加值3.1万亿元，增长5.6%。", [("工业增加值", 3.1e12), ("工业增加值", 5.6)]),
        ("数字经济规模从2016年的7.5万亿元增长到2020年的11.2万亿元。",
         [("数字经济规模", 7.5e12), ("数字经济规模", 1.12e13)]),
        ("共建联合创新中心，新增11家。", [("联合创新中心", 11)]),
        # shares
        ("70%的企业实现数字化转型。", [("企业实现数字化转型的比例", 70)]),
        ("三分之一的项目已经投产。", [("项目已经投产的比例", pytest.approx(100 / 3))]),
        ("关键工序数控化率达到65%。", [("关键工序数控化率", 65)]),
        # the noun behind
        ("培育100家左右龙头企业、1000家以上专精特新企业。", [("龙头企业", 100), ("专精特新企业", 1000)]),
        ("3个项目入选国家试点。", [("国家试点", 3)]),
        ("培育投资超5000万元的技改项目150个。", [("技改项目投资", 5e7), ("投资超5000万元的技改项目", 150)]),
        ("在15个左右重点园区大力开展宣讲。", [("重点园区", 15)]),
        ("把好用料和施工两个关口。", [("关口", 2)]),
        ("收入超过5亿元的服务商达60家。", [("服务商收入", 5e8), ("收入超过5亿元的服务商", 60)]),
        ("累计打造重点数据平台20个、算法场景15个、软件产品和服务标杆企业40家。",
         [("重点数据平台", 20), ("算法场景", 15), ("软件产品和服务标杆企业", 40)]),
        ("有12家老字号企业入选世界品牌500强。", [("老字号企业", 12)]),
        ("表彰20名全国劳动能手。", [("全国劳动能手", 20)]),
        # what an amount goes to, the total behind a list
        ("补助资金再增加60元，一半用于大病报销。",
         [("补助资金", 60), ("补助资金用于大病报销的比例", 50)]),
        # how fast something grew, and its share of a whole
        ("工业利润增长3%，较上月加快0.5个百分点。", [("工业利润", 3), ("工业利润增速", 0.5)]),
        ("高技术业、装备业分别占工业增加值比重的15%、30%。",
         [("高技术业占工业增加值的比重", 15), ("装备业占工业增加值的比重", 30)]),
        # durations and ages
        ("奖励标准可按3个月的最低工资确定。", [("奖励标准", 3)]),
        ("组织参加2—6个月的岗前实训。", [("岗前实训时间", 2)]),
        ("医院应于目录公布后20天内，完成采购评估。", [("医院完成采购评估的时限", 20)]),
        ("补贴范围由毕业生扩展至18—30岁青年。", [("补贴范围", 18)]),
        # when and how it was added up is no part of the name
        ("铁路、水路今年共发送旅客3亿人次。", [("铁路、水路发送旅客", 3e8)]),
        ("口岸通行货运班列突破900列。", [("口岸通行货运班列", 900)]),
        # ranks and multiples
        ("发明专利授权量居全国第三位。", [("发明专利授权量", 3)]),
        ("居民收入实现翻番。", [("居民收入", 2)]),
        ("研发投入比2015年增长1.2倍。", [("研发投入", 1.2)]),
        # what stands before the noun is no part of it
        ("工业和信息化部、财政部认定国家技术创新示范企业63家。", [("国家技术创新示范企业", 63)]),
        ("一是2020年我部新建示范平台20个。", [("示范平台", 20)]),
        ("全省规模以上工业增加值增长5.2%。", [("规模以上工业增加值", 5.2)]),
        ("减税降费约1.3万亿元。", [("减税降费", 1.3e12)]),
        ("赤字率拟按2.8%安排。", [("赤字率", 2.8)]),
        # a verb that is part of a noun, an adverb that is part of a name
        ("新能源汽车产量达到500万辆。", [("新能源汽车产量", 5e6)]), ("新材料产值3000亿元。", [("新材料产值", 3e11)]),
        ("推广新能源汽车20万辆。", [("新能源汽车", 2e5)]), ("共享单车投放20万辆。", [("共享单车投放", 2e5)]),
        ("共青团员3000人。", [("共青团员", 3000)]), ("综合排名位列全省第三。", [("综合排名", 3)]),
        ("力争到2023年底前建成数据中心15个。", [("数据中心", 15)]),
        ("全年举办培训12期，参训人员3000人次。", [("培训", 12), ("参训人员", 3000)]),
        ("为企业减税1.3万亿元。", [("减税", 1.3e12)]), ("减税8000亿元。", [("减税", 8e11)]),
        ("取消行政许可25项。", [("行政许可", 25)]), ("参与活动的企业超过两百家。", [("参与活动的企业", 200)]),
        ("全市认定示范企业2个。", [("示范企业", 2)]), ("全省支持重点项目8个。", [("重点项目", 8)]),
        # an object before its verbs, a head behind the last of a list
        ("行业标准批准发布2011项、废止2749项。", [("行业标准", 2011), ("行业标准", 2749)]),
        ("国家级1个、省级16个、市级30个创新平台通过验收。",
         [("国家级创新平台", 1), ("省级创新平台", 16), ("市级创新平台", 30)]),
        # brackets stay whole; a share of a whole, and the rank of what has it
        ("新建40个示范平台（含试点）。", [("示范平台（含试点）", 40)]),
        ("机器人产量占全国的12%，居全国首位。", [("机器人产量占全国的比重", 12), ("机器人产量", 1)]),
        ("工业增加值3.1万亿元，增长5.6%，占比提高2个百分点。",
         [("工业增加值", 3.1e12), ("工业增加值", 5.6), ("工业增加值", 2)]),
        ("关键设备数控化率、图纸电子化普及率分别达到65%和82%。",
         [("关键设备数控化率", 65), ("图纸电子化普及率", 82)]),
        # the ends of a change, how often, what is aimed at, a share among a whole
        ("补贴标准从每人800元提高到1000元等政策落地。", [("补贴标准", 800), ("补贴标准", 1000)]),
        ("先后3次下调贷款利率。", [("下调贷款利率次数", 3)]), ("全年8%的投资增长目标如期完成。", [("投资增长", 8)]),
        ("建成区30%面积达到排水标准。", [("建成区面积达到排水标准的比例", 30)]),
        ("乡镇污水厂约有15%未达标。", [("乡镇污水厂未达标的比例", 15)]),
        # what only points back, and what a number is compared with
        ("出口增速是重要指标，今年预期目标设定为5%以上。", [("出口增速", 5)]),
        ("赤字率按2.8%安排，比上年预算低0.2个百分点。", [("赤字率", 2.8), ("赤字率", 0.2)]),
        ("船舶产量4000万吨，连续三年位居世界第一。", [("船舶产量", 4e7), ("船舶产量", 1)]),
        # acts before and behind what they are done to
        ("压减粗钢产能200万吨，为30万残疾人发放护理补贴。", [("粗钢产能", 2e6), ("残疾人", 3e5)]),
        ("与2015年相比，用水量、用电量分别下降3%和2%。", [("用水量", 3), ("用电量", 2)]),
        ("90万困难群众通过搬迁摆脱了山区的贫困。", [("困难群众", 9e5)]),
        ("粮食播种面积保持稳定、产量达到6亿吨。", [("产量", 6e8)]),
        ("将5000亿元专项资金纳入直达机制。", [("专项资金", 5e11)]),
        ("“双师型”教师（同时具备教学和实践能力的教师）超过3万人。", [("“双师型”教师", 3e4)]),
        # parts of a whole, nouns that begin with their verb, people by what is done to them
        ("新增贷款2万亿元，占全部贷款比重达到12%。", [("贷款", 2e12), ("贷款占全部贷款的比重", 12)]),
        ("新登记企业增长24.5%。", [("新登记企业", 24.5)]), ("紧急转移安置90万人次。", [("紧急转移安置人次", 9e5)]),
        ("建设50所高水平高等职业学校。", [("高水平高等职业学校", 50)]),
        ("累计开行旅客列车80列，发送旅客60万人次。", [("开行旅客列车", 80), ("旅客", 6e5)]),
        ("枪击案造成6人受伤，20万户断电。", [("受伤人员", 6), ("断电户数", 2e5)]),
        ("技术大会已经成功举办了9届。", [("技术大会", 9)]), ("做强10个产业集群的同时，深化合作。", [("产业集群", 10)]),
        ("涵盖三个子体系即数据、服务和安全。", [("子体系", 3)]),
        ("贷款余额增长5%，增速比上年同期高0.4个百分点。", [("贷款余额", 5), ("贷款余额增速", 0.4)]),
        ("编队顺利完成30批45艘船舶护航。", [("船舶护航", 30), ("船舶护航", 45)]),
        ("电视台共投入800人。", [("投入人员", 800)]), ("公园里3万株樱花竞相绽放。", [("樱花", 3e4)]),
        ("改造古典园林60座，其中甲园、乙园等9处被列入名录。", [("古典园林", 60), ("古典园林", 9)]),
        ("产业占比达到30%，到2025年，这个数字将达到45%。", [("产业占比", 30), ("产业占比", 45)]),
        # a clause that names no thing
        ("从就业形势看，6.5%左右就可以。", []), ("短短5年时间，产业从无到有。", []),
        ("大城市指常住人口100万以上的城市。", []), ("形成“一核、三带、九片”的格局。", []),
        ("产业规模是2015年的3倍。", [("产业规模", 3)]), ("细颗粒物浓度降至30微克/立方米。", [("细颗粒物浓度", 30)]),
    ],
)  # fmt: skip
def test_subjects(article: Article, text: str, expected: list[tuple[str, float]]) -> None:
    assert told(article(text, date="2021-06-01")) == expected


def test_the_subject_before_ends_with_its_paragraph(article: Article) -> None:
    assert told(article("工业增加值3.1万亿元。\n增长5.6%。", date="2021-06-01")) == [("工业增加值", 3.1e12)]


def test_the_total_behind_a_list_is_of_what_its_heading_names() -> None:
    text = "示例省试点工作方案\n\n为做好工作，现制定方案如下。\n\n一、试点县区\n\n甲县、乙县、丙区（共3个）。\n"
    found = load(read_bytes(text.encode(), "plan.txt")).facts
    assert [(f.subject, f.value) for f in found if isinstance(f, Figure)] == [("试点县区", 3)]


def test_nothing_that_can_be_counted(article: Article) -> None:
    assert told(article("其中20个。", date="2021-06-01")) == []


def test_the_first_reading_is_the_subject_and_later_rules_may_read_otherwise(article: Article) -> None:
    (sentence,) = (s for s in article("园区新增绿色工厂入驻企业30家。").sentences if s.read.quantities)
    (slot,) = slots(sentence)
    found = list(readings(sentence, slot, None))
    assert found[0] == subject_of(sentence, slot, None)
    assert len({one.rule for one in found}) == len(found) >= 1
    again = list(readings(sentence, slot, found[0]))
    assert [one.rule for one in again][-1] == "subjects.said_again"
