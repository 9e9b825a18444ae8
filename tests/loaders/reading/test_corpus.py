"""The real documents: every character of every main text leads back to itself."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from policygraph.loaders.reading import SUFFIXES, Source, read, read_bytes
from policygraph.schema.errors import UnreadableDocument

GARBLED = "bj_2021_garbled_pdf2text_sample.txt"


@pytest.fixture(scope="session")
def sources(shared: Path) -> dict[str, Source]:
    """Every readable document of the corpus, by its file's name."""
    paths = sorted(p for p in (shared / "corpus").rglob("*") if p.suffix in SUFFIXES and p.name != GARBLED)
    return {path.name: read_bytes(path.read_bytes(), path.relative_to(shared / "corpus").as_posix()) for path in paths}


def test_all_but_the_garbled_one_are_read_whole(sources: dict[str, Source]) -> None:
    assert Counter(source.format for source in sources.values()) == {"txt": 18, "md": 15, "html": 7}
    assert [name for name, source in sources.items() if source.partial] == []
    assert {source.encoding for source in sources.values()} == {"utf-8"}


def test_the_garbled_one_is_refused(shared: Path) -> None:
    with pytest.raises(UnreadableDocument, match="2 of 2 passages are no language"):
        read(shared / "corpus" / "plans" / GARBLED, GARBLED)


def test_offsets_count_in_the_file_as_text_mode_reads_it(shared: Path, sources: dict[str, Source]) -> None:
    for source in sources.values():
        assert (shared / "corpus" / source.key).read_text(encoding="utf-8") == source.original


def in_either_width(text: str) -> str:
    """The text with signs of one width, in which the main text may differ from the file."""
    return unicodedata.normalize("NFKC", text.translate(str.maketrans("“”", '""')))


def test_every_character_leads_back_to_itself(sources: dict[str, Source]) -> None:
    for name, source in sources.items():
        main = source.main
        assert list(main.starts) == sorted(main.starts), name
        traditional = name.startswith("003_")
        for n, character in enumerate(main.text):
            shown = source.quote(*main.origin(n, n + 1))
            if not character.isspace():
                assert in_either_width(shown) == in_either_width(character) or traditional, (name, n)


def test_every_line_leads_back_to_itself(sources: dict[str, Source]) -> None:
    for name, source in sources.items():
        for line in source.main.lines():
            bare = line.strip()
            if not len(bare):
                continue
            quoted = source.quote(*bare.origin(0, len(bare)))
            if name.startswith("003_"):
                assert len(quoted) == len(bare)
            elif source.format != "md":  # Markdown's marks stand in the quote
                assert in_either_width("".join(quoted.split())) == in_either_width("".join(bare.text.split())), name


@pytest.mark.parametrize(
    ("name", "first", "gone"),
    [
        ("sh_2021_145_outline_pdf2text.txt", "上海市国民经济和社会发展", "......"),
        ("004_4b1dc9d67199ea1f.txt", "内部参考 注意保存", "....."),
        ("002_20717fc927e8b96d.txt", "陈因出席全国工业和信息化系统", "阅读次数"),
        ("001_38aaaa12ef941506.txt", "2021年，工业和信息化部科技司", "返回首页"),
        ("sc_2018_incentives_30_items.html", "国务院办公厅关于对真抓实干", "扫一扫"),
        ("cc_2021_no1_rural.md", "# 关于全面推进乡村振兴", "更新时间"),
        ("003_73fe4083d7b29cd3.txt", "2017年，工信部产业政策司", "產"),
    ],
)
def test_what_the_main_text_begins_with_and_lacks(sources: dict[str, Source], name: str, first: str, gone: str) -> None:
    text = sources[name].main.text
    assert text.lstrip().startswith(first)
    assert gone not in text
    assert gone in sources[name].original


def test_page_numbers_of_the_outline_are_left_out(sources: dict[str, Source]) -> None:
    source = sources["sh_2021_145_outline_pdf2text.txt"]
    kept = set(source.main.starts)
    # What stands before each of these begins with its page's number in the file.
    for number, text in [(2, "持世界第一"), (79, "10.1 推动主城区"), (100, "12.3 提高城市供水"), (151, "开放工程")]:
        place = source.original.index(f"\n{number}{text}") + 1
        assert place not in kept
        assert place + len(str(number)) in kept
    assert "下降至 32\n微克/立方米" in source.main.text


def test_headers_of_a_government_page(sources: dict[str, Source]) -> None:
    stated = {name: (s.value, s.where) for name, s in sources["sc_2018_xiongan_plan_reply.html"].headers}
    assert stated["title"] == ("国务院关于河北雄安新区总体规划（2018—2035年）的批复", "header table")
    assert stated["date"] == ("2018年12月25日", "header table")
    assert stated["published"] == ("2019年01月02日", "header table")
    assert stated["number"] == ("国函〔2018〕159号", "header table")
    assert stated["issuer"] == ("国务院", "header table")


def test_headers_of_news_and_crawled_plans(sources: dict[str, Source]) -> None:
    assert [(n, s.value) for n, s in sources["cctv_xwlb_20221111.md"].headers] == [
        ("title", "《新闻联播》"),
        ("published", "20221111"),
    ]
    assert ("published", "2018-04-12") in [(n, s.value) for n, s in sources["002_20717fc927e8b96d.txt"].headers]
    mislabeled = dict((n, s.value) for n, s in sources["cc_2024_no1_MISLABELLED_body_is_2023.md"].headers)
    assert mislabeled["published"] == "2024年2月19日"


def test_tables_of_a_page_are_rows_of_cells(sources: dict[str, Source]) -> None:
    rows = [line for line in sources["sc_2018_innovation_reform_batch2.html"].main.text.splitlines() if "\t" in line]
    assert rows[0].split("\t")[:3] == ["序号", "改革举措", "主 要 内 容"]
    assert rows[0].count("\t") == 4
    assert [row.split("\t")[0] for row in rows[1:]] == [
        *map(str, range(1, 15)),
        "21",
        "22",
        "23",
    ]  # 15 to 20 are not in the file


def test_every_document_of_the_second_collection_is_read(shared: Path) -> None:
    paths = sorted(p for p in (shared / "raw").rglob("*") if p.suffix in SUFFIXES)
    assert len(paths) == 179
    for path in paths:
        source = read_bytes(path.read_bytes(), path.name)
        assert source.partial == (), path.name
        assert len(source.main) > 100, path.name
