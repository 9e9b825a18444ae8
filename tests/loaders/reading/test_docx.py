"""Word documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx.document
import pytest

from policygraph.loaders.reading import read_bytes
from policygraph.schema.errors import UnreadableDocument
from policygraph.schema.notices import Notice

Fill = Callable[[docx.document.Document], None]


def fill(document: docx.document.Document) -> None:
    document.core_properties.title = "关于建设示范工厂的通知"
    document.add_paragraph("各区县主管部门：")
    document.add_heading("一、总体要求", level=2)
    table = document.add_table(3, 3)
    for row, texts in enumerate([["地区", "数量", "备注"], ["东区", "5家", ""], ["合计", "5家", "5家"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 1).merge(table.cell(2, 2)).text = "5家"
    document.add_paragraph("市工业和信息化局")


def test_paragraphs_and_tables_in_order(make_docx: Callable[[Fill], bytes]) -> None:
    source = read_bytes(make_docx(fill), "通知.docx")
    assert source.main.text.splitlines() == [
        "各区县主管部门：",
        "## 一、总体要求",
        "地区\t数量\t备注",
        "东区\t5家",
        "合计\t5家",
        "市工业和信息化局",
    ]
    assert source.original == source.main.text.replace("## ", "")  # the marks of headings are not in the file
    heading = source.main.text.index("一、总体要求")
    assert source.quote(*source.main.origin(heading, heading + 6)) == "一、总体要求"
    assert [(n, s.value, s.where) for n, s in source.headers] == [
        ("title", "关于建设示范工厂的通知", "document properties")
    ]
    start = source.main.text.index("东区\t5家")
    assert source.quote(*source.main.origin(start, start + 5)) == "东区\t5家"


def spanning(document: docx.document.Document) -> None:
    table = document.add_table(4, 4)
    rows = [["指标", "目标值", "", "属性"], ["", "2020年", "2025年", ""], ["里程", "", "65", "约束性"]]
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(3, 0).text, table.cell(3, 1).text = "面积", "3"
    for first, last in (((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (1, 3)), ((2, 3), (3, 3))):
        table.cell(*first).merge(table.cell(*last))


def test_merged_cells_leave_the_others_in_their_columns(make_docx: Callable[[Fill], bytes]) -> None:
    source = read_bytes(make_docx(spanning), "任务.docx")
    rows = ["指标\t目标值\t\t属性", "〃\t2020年\t2025年\t〃", "里程\t\t65\t约束性", "面积\t3\t\t〃"]
    assert source.main.text.splitlines() == rows
    assert source.original == source.main.text.replace("〃", "")  # the mark is not in the file
    place = source.main.text.index("2025年")
    assert source.quote(*source.main.origin(place, place + 5)) == "2025年"


def test_a_document_without_text(make_docx: Callable[[Fill], bytes]) -> None:
    with pytest.raises(UnreadableDocument, match="holds no text"):
        read_bytes(make_docx(lambda d: None), "a.docx")


@pytest.mark.parametrize("keep", [200, 20_000])
def test_a_broken_file(make_docx: Callable[[Fill], bytes], keep: int) -> None:
    with pytest.raises(UnreadableDocument, match=r"the \.docx is broken"):
        read_bytes(make_docx(fill)[:keep], "a.docx")


def test_an_old_or_encrypted_file() -> None:
    with pytest.raises(UnreadableDocument, match=r"encrypted \.docx or an old \.doc"):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a.docx")


def test_another_kind_of_office_file(make_docx: Callable[[Fill], bytes], part_replaced: Callable[..., bytes]) -> None:
    data = make_docx(fill)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml").replace(b"document.main+xml", b"template.main+xml")
    for _ in range(2):  # the same message each time, or a second build would find another
        with pytest.raises(UnreadableDocument, match=r"^not a Word document, whatever its suffix says [^<]*$"):
            read_bytes(part_replaced(data, "[Content_Types].xml", types), "a.docx")


def test_text_boxes_are_told(docx_of_body: Callable[..., bytes]) -> None:
    box = "<w:p><w:r><w:t>正文</w:t></w:r></w:p><w:p><w:r><w:pict><w:txbxContent/></w:pict></w:r></w:p>".encode()
    assert read_bytes(docx_of_body(box), "a.docx").partial == (Notice("text_boxes", {"count": 1}),)
