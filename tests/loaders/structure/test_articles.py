"""Splitting a file into its articles."""

from __future__ import annotations

from collections.abc import Callable

from policygraph.loaders.reading import Source
from policygraph.loaders.structure import Article, StructuredDocument, structure

Take = Callable[..., StructuredDocument]
FIRST = "市里建成创新中心三家，累计投资九亿元，产业链协同水平明显提升，企业研发投入持续增长。"
SECOND = "全省启动质量提升行动，覆盖重点行业二十个，参与企业逾千家，群众满意度不断提高。"


def heads(document: StructuredDocument) -> list[tuple[str | None, int]]:
    return [(a.info.title.value if a.info.title else None, len(a.sentences)) for a in document.articles]


def kinds(article: Article) -> list[str]:
    return [s.kind for s in article.sentences]


def newsletter(*, lost: bool) -> str:
    middle = ["水务智慧调度平台上线运行", SECOND, "（来源：省水利厅）"]
    cut = [FIRST[:-4], "", "水务调度平台接入泵站，水务部门实现平台智慧调度，上线以来运行平稳。", "（来源：省水利厅）"]
    body = ["园区创新中心建设提速", *(cut if lost else [FIRST, "（来源：市科技局）", *middle]),
            "质量提升行动全面启动", SECOND, "（来源：省市场监管局）"]
    titles = ["园区创新中心建设提速", "水务智慧调度平台上线运行", "质量提升行动全面启动"]
    contents = ["目录", "各地动态", *(f"{t}......{i}" for i, t in enumerate(titles, 2))]
    return "\n".join(["产业信息速报", "第 3 期", "2030年5月6日", *contents, "各地动态", *body])


def test_newsletter_by_its_contents(take_apart: Take) -> None:
    document = take_apart(newsletter(lost=False))
    assert heads(document) == [
        ("产业信息速报", 9), ("园区创新中心建设提速", 3), ("水务智慧调度平台上线运行", 3), ("质量提升行动全面启动", 3),
    ]
    second = document.articles[1].info
    assert (second.key, second.part_of) == ("a.txt#2", "a.txt")
    assert [s.value for s in (second.source, second.date, second.nature) if s] == ["市科技局", "2030-05-06", "news"]
    assert second.date is not None
    assert second.date.where == "document"
    assert second.second_hand


def test_article_whose_first_page_is_lost(take_apart: Take) -> None:
    document = take_apart(newsletter(lost=True))
    assert heads(document)[1:3] == [("园区创新中心建设提速", 2), ("水务智慧调度平台上线运行", 2)]
    assert document.articles[2].info.title is not None
    assert document.articles[2].info.title.where == "contents"
    assert document.articles[2].info.title.char_start is None
    assert document.articles[2].sentences[0].text.text.startswith("水务调度平台接入泵站")


def test_newsletter_without_contents(take_apart: Take) -> None:
    items = [f"第{n}个园区建设全面提速\n{FIRST}\n（来源：市科技局）" for n in "甲乙丙丁"]
    assert heads(take_apart("\n".join(items))) == [(f"第{n}个园区建设全面提速", 3) for n in "甲乙丙丁"]


def test_day_of_an_item(take_apart: Take) -> None:
    text = newsletter(lost=False).replace(SECOND, "12月22日上午，" + SECOND)
    info = take_apart(text).articles[3].info
    assert info.date is not None
    assert (info.date.value, info.date.where) == ("2029-12-22", "dateline")


def test_bulletin(take_apart: Take) -> None:
    text = (
        "# 《新闻摘报》 (20300506)\n## 新闻摘要\n1.工业投资较快增长；\n2.全国技能大赛开幕。\n## 详细新闻\n"
        f"### 工业投资较快增长\n央视网消息（新闻联播）：{FIRST}\n"
        f"### 全国技能大赛开幕\n央视网消息（新闻联播）：{SECOND}\n要闻快览\n{FIRST}"
    )
    document = take_apart(text)
    assert [t for t, _ in heads(document)][1:] == ["工业投资较快增长", "全国技能大赛开幕"]
    assert [a.info.source.value for a in document.articles[1:] if a.info.source] == ["央视网消息", "央视网消息"]
    assert kinds(document.articles[2]) == ["title", "sentence", "heading", "sentence"]
    assert document.articles[1].sentences[0].text.text == "工业投资较快增长"


def test_report_of_two_departments(take_apart: Take) -> None:
    text = (
        f"2029年,工信部规划司认真履行职责,较好完成全年任务。\n2029年重点工作情况\n{FIRST}\n2030年工作思路\n{SECOND}\n"
        "科技司:聚焦协同创新 开创新局面\n科技司坚持创新驱动，各项工作有序推进。\n"
        f"2029年工作\n{FIRST}\n2030年工作\n{SECOND}"
    )
    first, second = take_apart(text).articles
    assert [s.value for s in (first.info.issuer, second.info.issuer) if s] == ["工信部规划司", "工信部科技司"]
    assert [s.value for s in (first.info.date, second.info.date) if s] == ["2030-01", "2030-01"]
    assert second.info.nature is not None
    assert second.info.nature.value == "report"


def test_notice_and_the_plan_it_prints(take_apart: Take) -> None:
    text = (
        "省政府办公厅关于印发《省智慧水利\n建设实施方案》的通知\n江政办发〔2030〕9号\n各市人民政府：\n"
        "《省智慧水利建设实施方案》已经省政府审定，请各地抓好执行。\n"
        f"省政府办公厅\n2030年6月1日\n省智慧水利建设实施方案\n{FIRST}\n一、主要目标\n{SECOND}"
    )
    notice, plan = take_apart(text).articles
    assert kinds(notice)[0] == "title"
    assert notice.sentences[0].text.text == "省政府办公厅关于印发《省智慧水利建设实施方案》的通知"
    assert plan.info.title is not None
    assert (plan.info.title.value, plan.info.title.where) == ("省智慧水利建设实施方案", "title")
    assert plan.info.part_of == "a.txt"
    assert [s.where for s in (plan.info.issuer, plan.info.date) if s] == ["document", "document"]
    assert [s.value for s in (plan.info.nature, plan.info.date) if s] == ["plan", "2030-06-01"]


def test_document_printed_by_a_news_agency(take_apart: Take) -> None:
    text = (
        "新华社青岛6月7日电 中共中央、国务院印发《海洋强国建设纲要（2030—2035年）》，要求各地抓好执行。\n"
        f"《海洋强国建设纲要（2030—2035年）》主要内容如下。\n{FIRST}\n一、总体要求\n{SECOND}"
    )
    document = take_apart(text)
    assert len(document.articles) == 2
    assert [s.value for s in (document.info.title, document.info.issuer, document.info.nature) if s] == [
        "海洋强国建设纲要（2030—2035年）", "中共中央、国务院", "plan",
    ]


def test_one_voice_is_one_article(take_apart: Take) -> None:
    document = take_apart(f"省智慧水利建设实施方案\n{FIRST}\n一、主要目标\n{SECOND}")
    assert len(document.articles) == 1
    assert document.articles[0].info is document.info
    assert document.info.part_of is None


def test_nothing_is_lost(make_source: Callable[..., Source]) -> None:
    source = make_source(newsletter(lost=True) + "\n附件\n1.名单\t2份\n——完。")
    sentences = [s for a in structure(source).articles for s in a.sentences]
    assert "".join(s.text.text for s in sentences) == "".join(source.main.text.split("\n"))
    starts = [s.text.starts[0] for s in sentences]
    assert starts == sorted(starts)


def test_what_a_notice_passes_on_is_its_authors(take_apart: Callable[..., StructuredDocument]) -> None:
    text = (
        "海西市人民政府办公厅转发市水利局关于加快陶瓷产业发展若干意见的通知\n\n各区：\n\n"
        "市水利局《关于加快陶瓷产业发展的若干意见》已经市政府同意，现转发给你们，请遵照执行。\n\n"
        "海西市人民政府办公厅\n2029年3月4日\n\n关于加快陶瓷产业发展的若干意见\n\n"
        "为加快陶瓷产业发展，现提出如下意见，请结合实际贯彻落实。\n\n到2032年，建成窑炉15座。\n"
    )
    notice, passed_on = take_apart(text).articles
    assert notice.info.issuer is not None
    assert notice.info.issuer.value == "海西市人民政府办公厅"
    assert passed_on.info.title is not None
    assert passed_on.info.title.value == "关于加快陶瓷产业发展的若干意见"
    assert passed_on.info.issuer is not None
    assert passed_on.info.issuer.value == "市水利局"
