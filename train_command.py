"""The command `policygraph train`: the network that recognises names, made anew from documents and annotation.

The same documents, options and machine give the same files; elsewhere the weights differ in their last digits.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from .loaders.language import language
from .loaders.language.network import SEGMENTER, check
from .loaders.language.network.segmenter import Segmenter
from .queries.wording import Unanswerable, Words
from .training import segmenter, words
from .training.network import Training, configuration
from .training.sentences import by_annotation, by_gold, by_rules, texts


def run_train(shared: Path, out: Path, with_words: bool, begin: Path | None, stop: str, said: Words) -> int:
    """Train and write the network to the folder `out`; progress goes to standard error. Returns the exit status.

    shared: holds raw/, corpus/ and gold/. begin: the folder of a network that was stopped after the rules, from which
    to go on; None to begin anew. stop: "rules" or "annotation", the last stage.
    """
    annotated = (shared / "corpus", shared / "gold") if stop == "annotation" else ()
    for folder in (shared / "raw", *annotated):
        if not folder.is_dir():
            raise Unanswerable("nothing_to_learn", path=folder)
    if out.exists():
        raise Unanswerable("network_exists", path=out)
    if begin is not None:
        check(begin)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as drafts:
        draft = Path(drafts) / out.name
        _learn(shared, draft, with_words, begin, stop, said)
        draft.rename(out)  # a run that was broken off leaves nothing behind
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(said.say("train.done", path=out, size=size // 1000), file=sys.stderr, flush=True)
    return 0


def _learn(shared: Path, out: Path, with_words: bool, begin: Path | None, stop: str, said: Words) -> None:
    def say(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    own = _segmenter(shared / "raw", out, begin) if with_words else None
    reader = language()
    rules = list(by_rules(shared / "raw", reader, own))
    if not rules:
        raise Unanswerable("nothing_to_learn", path=shared / "raw")
    say(said.say("train.examples", count=len(rules), folder=shared / "raw"))
    training = Training(configuration(with_words), say)
    training.begin(rules)
    if begin is None:
        training.learn("rules", rules)
    else:
        training.resume(begin)
    if stop == "annotation":
        marked = list(by_annotation(shared / "corpus", reader, own))
        say(said.say("train.examples", count=len(marked), folder=shared / "corpus"))
        named = list(by_gold(shared, reader, own))
        say(said.say("train.examples", count=len(named), folder=shared / "gold"))
        training.learn("annotation", marked, named, rules)
    training.save(out)


def _segmenter(raw: Path, out: Path, begin: Path | None) -> Segmenter:
    """The segmenter, trained on the documents and kept beside the network; that of `begin` where there is one."""
    folder = out / SEGMENTER
    if begin is not None and (begin / SEGMENTER).is_dir():
        folder.mkdir(parents=True)
        for path in (begin / SEGMENTER).iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
    else:
        lines = list(texts(raw))
        if not lines:
            raise Unanswerable("nothing_to_learn", path=raw)
        segmenter.train(lines, words.lexicon(lines), folder)
    return Segmenter(folder)
