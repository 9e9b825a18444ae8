"""Questions about bodies, persons and places: events, posts, what happens in a region."""

from __future__ import annotations

from collections.abc import Callable

Rows = Callable[..., list[tuple[object, ...]]]


def test_events_of_a_host_or_a_place(rows: Rows) -> None:
    fair = [
        ("智造大会", "located_in", "南京市"),
        ("智造大会", "hosts", "南京市"),
        ("智造大会", "participates", "南京市"),
    ]
    assert rows("events_of", "event predicate location") == fair
    assert rows("events_of", "event predicate location", thing="江苏省人民政府") == fair
    assert rows("events_of", "event predicate location", thing="千山机床", place="江苏") == fair
    assert rows("events_of", "event", place="武汉市") == []
    assert rows("events_of", "event", first=2019) == []
    assert rows("events_of", "event", thing="财政部") == []


def test_posts_of_a_person_and_of_a_body_with_its_departments(rows: Rows) -> None:
    post = [("李明", "工业和信息化部科技司", "司长", 2018)]
    assert rows("posts", "subject object post year", person="李明") == post
    assert rows("posts", "subject object post year", body="工信部") == post
    assert rows("posts", "subject", body="财政部") == []


def test_region_activity_by_its_bodies_of_its_centers_and_limited_to_it(rows: Rows) -> None:
    columns = "year predicate subject"
    assert rows("region_activity", columns, region="江苏") == [
        (2018, "located_in", "智造大会"),
        (2018, "hosts", "江苏省人民政府"),
        (2018, "participates", "千山机床"),
        (2022, "achieves", "示范工厂"),
        (2024, "targets", "示范工厂"),
        (2024, "targets", "5G工厂"),
        (2024, "targets", "短板"),
        (2024, "leads", "江苏省工业和信息化厅"),
    ]
    assert rows("region_activity", columns, region="武汉市") == [
        (2017, "launches", "工业和信息化部科技司"),
        (None, "located_in", "光电芯片国家制造业创新中心"),
    ]
