"""SIGKILL in the middle of a build: the file is absent or whole, and the next build ends with the same bytes."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from policygraph.graph import Builder, open_graph
from policygraph.schema.errors import StoreError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
DOCUMENTS = 24


def in_child(task):
    """Runs a task in a child process of its own; gives its id and the end of a pipe that the task may write to."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            task(writer)
        finally:
            os._exit(0)
    os.close(writer)
    return child, reader


def builds(path: Path, documents, published=lambda: None):
    def task(writer: int) -> None:
        with Builder(path) as builder:
            for document, facts in documents:
                if not builder.reusable(document.key, document.sha256, document.rules):
                    builder.add(document, facts)
                os.write(writer, b".")
            builder.publish()

    return task


def killed_after(task, steps: int, pause: float) -> None:
    child, reader = in_child(task)
    for _ in range(steps):
        if not os.read(reader, 1):
            break
    time.sleep(pause)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reader)


@pytest.mark.parametrize("old", [False, True], ids=["first build", "rebuild"])
def test_killed_25_times_at_random_moments(tmp_path, many, build, old):
    chance = random.Random(7)
    documents = many(DOCUMENTS)
    build(tmp_path / "whole.pg", documents)
    build(tmp_path / "old.pg", [(d, f) for d, f in many(DOCUMENTS + 4)[8:]])
    whole, before = (tmp_path / "whole.pg").read_bytes(), (tmp_path / "old.pg").read_bytes()
    continued = 0
    for attempt in range(25):
        path = tmp_path / f"{attempt}.pg"
        if old:
            path.write_bytes(before)
        killed_after(builds(path, documents), chance.randint(0, DOCUMENTS), chance.random() * 0.004)
        if path.exists():
            assert path.read_bytes() in ((before, whole) if old else (whole,))
            with open_graph(path) as graph:
                assert graph.verify().problems == ()
        else:
            assert not old
        with Builder(path) as builder:
            left = [(d, f) for d, f in documents if not builder.reusable(d.key, d.sha256, d.rules)]
            continued += 0 < len(left) < DOCUMENTS
            chance.shuffle(left)
            for document, facts in left:
                builder.add(document, facts)
            builder.forget(builder.keys() - {d.key for d, _ in documents})
            builder.publish()
        assert path.read_bytes() == whole
        assert [p.name for p in tmp_path.glob(f"{attempt}.pg*")] == [path.name]
    assert continued >= 5  # else the kills did not come in the middle


@pytest.mark.parametrize(
    ("module", "name", "first"),
    [
        ("policygraph.graph.builder", "seal", True),
        ("policygraph.graph.builder", "seal", False),
        ("policygraph.graph.builder", "publish_file", False),
        ("policygraph.graph.publish", "filecmp.cmp", True),
        ("policygraph.graph.publish", "os.fsync", True),
        ("policygraph.graph.publish", "sync_folder", True),
        ("policygraph.graph.builder", "remove_work", True),
        ("policygraph.graph.builder", "remove_work", False),
    ],
)
def test_killed_at_each_step_of_publishing(tmp_path, many, build, monkeypatch, module, name, first):
    """first: before the step, else right after it."""
    documents = many(5)
    build(tmp_path / "whole.pg", documents)
    path = tmp_path / "x.pg"
    build(path, many(3))
    before, whole = path.read_bytes(), (tmp_path / "whole.pg").read_bytes()

    def task(writer: int) -> None:
        target = f"{module}.{name}"
        step = pytest.importorskip(module)
        for part in name.split("."):
            step = getattr(step, part)

        def fatal(*args, **kwargs):
            if not first:
                step(*args, **kwargs)
            os.kill(os.getpid(), signal.SIGKILL)

        monkeypatch.setattr(target, fatal)
        builds(path, documents)(writer)

    child, reader = in_child(task)
    _, status = os.waitpid(child, 0)
    os.close(reader)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    assert path.read_bytes() in (before, whole)
    with Builder(path) as builder:
        assert all(builder.reusable(d.key, d.sha256, d.rules) for d, _ in documents)
        builder.publish()
    assert path.read_bytes() == whole
    assert sorted(p.name for p in tmp_path.iterdir()) == ["whole.pg", "x.pg"]


def test_a_second_build_in_another_process_is_told(tmp_path, many):
    path = tmp_path / "x.pg"

    def task(writer: int) -> None:
        with Builder(path) as builder:
            builder.add(*many(1)[0])
            os.write(writer, b".")
            time.sleep(60)

    child, reader = in_child(task)
    assert os.read(reader, 1) == b"."
    try:
        with pytest.raises(StoreError, match=r"another build is writing .*x\.pg .*; wait for it"):
            Builder(path)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reader)
    with Builder(path) as builder:  # the kernel let go of the lock
        assert builder.keys() == {many(1)[0][0].key}


def test_a_second_build_in_the_same_process_is_told(tmp_path, corpus):
    with Builder(tmp_path / "x.pg") as first:
        first.add(*corpus[0])
        with pytest.raises(StoreError, match="another build is writing"):
            Builder(tmp_path / "x.pg")
        assert first.publish().documents == 1


def test_a_build_may_follow_in_the_same_process(tmp_path, corpus, build):
    build(tmp_path / "x.pg", corpus[:1])
    assert build(tmp_path / "x.pg", corpus[1:]).documents == 3
