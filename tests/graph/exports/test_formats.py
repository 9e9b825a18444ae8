"""Every export is opened by another program and says what the store says: facts, values, types, odd characters."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import tempfile
from pathlib import Path

import networkx as nx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from policygraph.graph import Builder, StoredDocument, export, open_graph
from policygraph.graph.exports import excel
from policygraph.graph.property_graph import EDGE_PROPERTIES, PropertyGraph, kind_of
from policygraph.graph.rows import flat
from policygraph.schema.documents import DocumentInfo
from policygraph.schema.errors import ExportError
from policygraph.schema.facts import ENTITY_TYPES, Entity, Evidence, Figure, Relation

parquet = pytest.importorskip("pyarrow.parquet", reason="the extra policygraph[parquet] is not installed")

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
TYPES = {"text": str, "integer": int, "number": float, "boolean": bool}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=10) | st.text(
    "年示例\n\r\t\"'\\=<>&]+-@#_x0041\u2028\x00\x1f\ufffe ", max_size=8
)
NAME = TEXT.filter(lambda text: ILLEGAL.sub("", text).strip())
MAYBE = st.none() | TEXT


def from_graphml(path):
    made = nx.read_graphml(path, force_multigraph=True)
    return nodes_of(made), {key: (u, v, without(data, "id")) for u, v, key, data in made.edges(keys=True, data=True)}


def from_gexf(path):
    made = nx.read_gexf(path)
    for _, data in made.nodes(data=True):
        assert data.pop("label") == data["name"]
    edges = {}
    for u, v, data in made.edges(data=True):
        assert data["label"] == data["predicate"]
        last = data.get("year")
        first = data.get("since", last)
        assert (data.get("start"), data.get("end")) == (first and f"{first}-01-01", last and f"{last}-12-31")
        edges[data["id"]] = u, v, without(data, "id", "label", "start", "end", "networkx_key")
    return nodes_of(made), edges


def from_cytoscape(path):
    content = json.loads(path.read_text(encoding="utf-8"))
    for node in content["elements"]["nodes"]:
        node["data"]["value"] = node["data"]["id"]  # which networkx, and nobody else, calls its nodes by
    made = nx.cytoscape_graph(content)
    nodes = {key: without(data, "id", "shared_name", "value") for key, data in made.nodes(data=True)}
    skip = "id", "key", "source", "target", "interaction"
    return nodes, {data["id"]: (u, v, without(data, *skip)) for u, v, data in made.edges(data=True)}


READERS = {".graphml": from_graphml, ".gexf": from_gexf, ".cyjs": from_cytoscape}


def nodes_of(made):
    return dict(made.nodes(data=True))


def without(data, *names):
    return {name: value for name, value in data.items() if name not in names}


def clean(value):
    return ILLEGAL.sub("", value) if isinstance(value, str) else value


def said(properties, suffix):
    """What a reader of the format must find: all that is not None, in XML without what XML cannot hold."""
    found = {name: value for name, value in properties.items() if value is not None and name != "id"}
    if suffix != ".cyjs":
        found = {name: clean(value) for name, value in found.items()}
    return found


def compare(graph, folder, suffix):
    elements = PropertyGraph(graph)
    left_out = export(graph, folder / f"out{suffix}")
    nodes, edges = READERS[suffix](folder / f"out{suffix}")
    node_id = {node.id: ILLEGAL.sub(lambda c: f"\\u{ord(c[0]):04x}", node.id) for node in elements.nodes}
    if suffix == ".cyjs":
        node_id = {key: key for key in node_id}
    expected = [{"type": n.type, "name": n.name, **n.properties} for n in elements.nodes]
    assert nodes == {node_id[n.id]: said(d, suffix) for n, d in zip(elements.nodes, expected, strict=True)}
    every = [*elements.facts(), *elements.derived()]
    edge_id = {e.id: ILLEGAL.sub(lambda c: f"\\u{ord(c[0]):04x}", e.id) if suffix != ".cyjs" else e.id for e in every}
    found = {
        edge_id[e.id]: (
            node_id[e.source], node_id[e.target],
            said({"predicate": e.predicate, "derived": e.derived, **e.properties}, suffix),
        )
        for e in every
    }  # fmt: skip
    assert edges == found
    for _, _, data in edges.values():
        assert {name: type(value) for name, value in data.items()} == {name: TYPES[kind_of(name)] for name in data}
    illegal = sum(
        len(ILLEGAL.findall(value))
        for properties in (*expected, *(e.properties for e in every))
        for name, value in properties.items()
        if isinstance(value, str) and name != "id"
    )
    return left_out, illegal


def from_parquet(path):
    table = parquet.read_table(path)
    assert {f.name: str(f.type) for f in table.schema if f.name in ("value", "year", "estimated", "quote")} == {
        "value": "double", "year": "int64", "estimated": "bool", "quote": "string",
    }  # fmt: skip
    return table.to_pylist()


def compare_parquet(graph, folder):
    assert export(graph, folder / "out.parquet") == 0
    edges = list(PropertyGraph(graph).facts())
    expected = [{**edge.properties, "source_id": edge.source, "target_id": edge.target} for edge in edges]
    rows = from_parquet(folder / "out.parquet")
    assert rows == expected
    assert [row["id"] for row in rows] == [fact.id for fact in graph.facts()]


def from_excel(path):
    """The rows of every sheet as dicts; a cell that is there and empty is an empty text, one that is not there None."""
    book = openpyxl.load_workbook(path)
    sheets = {}
    for page in book:
        names = [str(cell.value).rpartition("\n")[2] for cell in page[1]]
        rows = []
        for row in range(2, page.max_row + 1):
            cells = {name: page._cells.get((row, at)) for at, name in enumerate(names, start=1)}
            rows.append({name: cell and ("" if cell.value is None else cell.value) for name, cell in cells.items()})
            assert all(cell.data_type in ("n", "s", "b", "d", "inlineStr") for cell in cells.values() if cell)
        sheets[page.title] = rows
    return sheets


def plain(value):
    """A cell's value as the store has it: whole dates as ISO text."""
    return value.date().isoformat() if isinstance(value, dt.datetime) else value


def in_a_cell(value):
    """What a cell has of a value: openpyxl writes 16 digits of a number, one more than Excel shows."""
    whole = isinstance(value, bool) or not isinstance(value, int | float)
    return clean(value) if whole else float(f"{value:.16g}")


def compare_excel(graph, folder):
    left_out = export(graph, folder / "out.xlsx")
    sheets = from_excel(folder / "out.xlsx")
    expected = {"figures": [], "goals": [], "relations": []}
    illegal = 0
    for edge in PropertyGraph(graph).facts():
        row = edge.properties
        expected[f"{row['kind']}s"].append({name: in_a_cell(value) for name, value in row.items()})
        illegal += sum(len(ILLEGAL.findall(value)) for value in row.values() if isinstance(value, str))
    for kind, rows in expected.items():
        found = [{name: plain(value) for name, value in row.items()} for row in sheets[kind]]
        # what is no column of the sheet follows from the sheet
        fixed = {"kind": kind[:-1]} | ({"subject_type": "Metric"} if kind != "relations" else {})
        assert [dict.fromkeys(EDGE_PROPERTIES) | fixed | row for row in found] == rows
    for sheet, column, names in (
        ("documents", "key", [info.key for document in graph.documents() for info in document.infos()]),
        ("names", "name", [entity.name for entity, _ in graph.entities()]),
    ):
        assert [row[column] for row in sheets[sheet]] == [clean(name) for name in names]
        illegal += sum(len(ILLEGAL.findall(name)) for name in names)
    return left_out, illegal, sheets


@pytest.mark.parametrize("suffix", READERS)
def test_another_program_finds_what_the_store_holds(graph, tmp_path, suffix):
    assert compare(graph, tmp_path, suffix) == (0, 0)
    _, edges = READERS[suffix](tmp_path / f"out{suffix}")
    facts = {fact.id: flat(fact) for fact in graph.facts()}
    assert {key for key, (_, _, data) in edges.items() if not data["derived"]} == facts.keys()
    for key, row in facts.items():
        assert edges[key][2].items() >= {n: v for n, v in row.items() if v is not None and n != "id"}.items()


def test_a_table_of_parquet_and_a_workbook_hold_every_fact(graph, tmp_path):
    compare_parquet(graph, tmp_path)
    left_out, illegal, sheets = compare_excel(graph, tmp_path)
    assert (left_out, illegal) == (0, 0)
    facts = [flat(fact) for fact in graph.facts()]
    assert [len(sheets[name]) for name in ("figures", "goals", "relations")] == [5, 1, 4]
    rows = {row["id"]: row for name in ("figures", "goals", "relations") for row in sheets[name]}
    for fact in facts:
        shown = {name: value for name, value in fact.items() if name in rows[fact["id"]]}
        assert {name: rows[fact["id"]][name] for name in shown} == shown


@st.composite
def written(draw):
    key, original = draw(NAME), draw(NAME)
    evidence = Evidence(key, original, draw(TEXT), 0, len(original), draw(st.none() | st.integers(1, 9)))
    common = {"extractor": draw(TEXT), "year_source": draw(MAYBE), "status": draw(st.none() | st.just("planned"))}
    common["year"] = draw(st.none() | st.integers(1800, 2200))
    number = st.floats(allow_nan=False, allow_infinity=False)
    value = draw(st.none() | number)
    figure = Figure(
        evidence, **common, value=value, goal_text=draw(TEXT) if value is None else None, high=draw(st.none() | number),
        unit=draw(MAYBE), cmp="eq", measure="new", subject=draw(NAME), action=draw(MAYBE), agent=draw(MAYBE),
        since=draw(st.none() | st.integers(1700, common["year"] or 2200)), estimated=draw(st.booleans()),
        holder=draw(MAYBE), holder_type=draw(st.sampled_from(ENTITY_TYPES)), stated_by=draw(MAYBE),
    )  # fmt: skip
    entity = st.builds(Entity, NAME, st.sampled_from(ENTITY_TYPES))
    relation = Relation(evidence, **common, subject=draw(entity), predicate="leads", object=draw(entity),
                        post=draw(MAYBE))  # fmt: skip
    digest = hashlib.sha256(original.encode()).hexdigest()
    return StoredDocument(info=DocumentInfo(key), sha256=digest, format="txt", original=original), [figure, relation]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(written=written())
def test_any_text_and_number_comes_through(written):
    document, facts = written
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Builder(folder / "x.pg") as builder:
            builder.add(document, facts)
            builder.publish()
        with open_graph(folder / "x.pg") as graph:
            for suffix in READERS:
                left_out, illegal = compare(graph, folder, suffix)
                assert (left_out > 0) == (illegal > 0 and suffix != ".cyjs")
            compare_parquet(graph, folder)
            left_out, illegal, _ = compare_excel(graph, folder)
            assert (left_out > 0) == (illegal > 0)


@pytest.fixture
def odd(tmp_path, corpus, build):
    """A graph of one figure with texts of the test's choice."""

    def made(**texts):
        import dataclasses

        document, facts = corpus[0]
        build(tmp_path / "odd.pg", [(document, [dataclasses.replace(facts[0], **texts)])])
        return open_graph(tmp_path / "odd.pg")

    return made


def test_an_empty_text_is_not_none(odd, tmp_path):
    with odd(unit="", action=None) as graph:
        export(graph, tmp_path / "x.graphml")
        export(graph, tmp_path / "x.xlsx")
        (fact,) = graph.facts()
    tree = etree.parse(tmp_path / "x.graphml")
    (edge,) = tree.xpath(f"//*[local-name()='edge' and @id='{fact.id}']")
    data = {element.get("key"): element.text or "" for element in edge}
    assert data["e_unit"] == ""
    assert "e_action" not in data
    (row,) = from_excel(tmp_path / "x.xlsx")["figures"]
    assert (row["unit"], row["action"]) == ("", None)


@pytest.mark.parametrize("text", ["=HYPERLINK(\"x\",1)", "+1", "-示例", "@示例", "\t=1", "\r=1", "#N/A", "#REF!", "=1"])
def test_a_workbook_runs_no_text_of_a_document(odd, tmp_path, text):
    with odd(subject=text, agent=text) as graph:
        export(graph, tmp_path / "x.xlsx")
    page = openpyxl.load_workbook(tmp_path / "x.xlsx")["figures"]
    cells = [cell for cell in page[2] if cell.value == text]
    assert len(cells) == 2
    assert {cell.data_type for cell in cells} == {"s"}
    assert {bool(cell.quotePrefix) for cell in cells} == {not text.startswith("#")}


def test_what_a_cell_cannot_hold_is_counted(odd, tmp_path):
    with odd(agent="长" * 40_000, plan="甲\x07乙") as graph:
        # the agent in its column, as a name and in the id of its node; the plan as well
        assert export(graph, tmp_path / "x.xlsx") == 2 * (40_000 - 32_767) + 40_000 + len("Agency/") - 32_767 + 3
        assert export(graph, tmp_path / "x.graphml") >= 1
        assert export(graph, tmp_path / "x.jsonl") == 0
    (row,) = from_excel(tmp_path / "x.xlsx")["figures"]
    assert (len(row["agent"]), row["plan"]) == (32_767, "甲乙")


def test_a_workbook_can_be_sorted_filtered_and_followed(graph, tmp_path):
    export(graph, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["figures", "goals", "relations", "documents", "names"]
    for page in book:
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == page.dimensions
    page, documents = book["figures"], book["documents"]
    assert page.cell(1, 5).value == "数值\nvalue"
    assert page.column_dimensions["Y"].width == 48
    names = [str(cell.value).rpartition("\n")[2] for cell in page[1]]
    for row in page.iter_rows(min_row=2):
        found = dict(zip(names, row, strict=True))
        sheet, place = found["doc"].hyperlink.location.split("!")
        assert sheet == "'documents'"
        assert documents[place].value == (found["article"].value or found["document"].value)
    assert {c.value: c.hyperlink and c.hyperlink.target for c in documents["A"][1:]} == {
        "2020/通知.txt": "2020/%E9%80%9A%E7%9F%A5.txt", "简报.pdf": "%E7%AE%80%E6%8A%A5.pdf",
        "简报.pdf#1": None, "简报.pdf#2": None, "网页/规划.html": "%E7%BD%91%E9%A1%B5/%E8%A7%84%E5%88%92.html",
    }  # fmt: skip
    dates = {c.value for c in documents["C"][1:]}
    assert dates == {dt.datetime(2020, 11, 5), "2019-12", "2020", None}


def test_more_rows_than_excel_opens_are_refused(graph, tmp_path, monkeypatch):
    monkeypatch.setattr(excel, "MOST_ROWS", 4)
    with pytest.raises(ExportError, match="the sheet figures would have 5 rows, and Excel opens 3"):
        export(graph, tmp_path / "x.xlsx")
    assert not (tmp_path / "x.xlsx").exists()


def test_beyond_the_links_that_excel_opens_there_are_none(graph, tmp_path, monkeypatch):
    monkeypatch.setattr(excel, "_MOST_LINKS", 2)
    export(graph, tmp_path / "x.xlsx")
    page = openpyxl.load_workbook(tmp_path / "x.xlsx")["figures"]
    assert sum(1 for row in page.iter_rows() for cell in row if cell.hyperlink) == 2


def test_parquet_without_its_extra_names_it(graph, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExportError) as told:
        export(graph, tmp_path / "x.parquet")
    assert "pip install 'policygraph[parquet]'" in str(told.value)
    assert "请先安装" in told.value.notice.said("zh")
    assert not (tmp_path / "x.parquet").exists()
