"""The two commands of the README, for a machine that has only Python 3.11 (or newer) and git.

    python3 dev.py demo            environment, installation, a graph of the example documents and a picture of it
    python3 dev.py test            environment, installation, every test and check
    python3 dev.py test tests/graph  the same for a part of the tests; what follows `test` goes to pytest

Standard library only. Its syntax stays readable to Python 3.6, so that an old Python gets a message and not a
SyntaxError. It is no part of the package.
"""

import collections
import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

NEEDED = (3, 11)
CHECKOUT = Path(__file__).resolve().parent
VENV = CHECKOUT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
MARK = VENV / "policygraph-dev.json"
LOG = VENV / "install.log"
DEMO = CHECKOUT / "demo"
_AT_ONCE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadgroup")  # tests/conftest.py says which go together
QUESTION = ("国家制造业创新中心", "--from", "2017", "--to", "2022")


def _with_newer_python(arguments: "list[str]") -> int:
    """Old Pythons end here: with a newer one that is installed beside, or with a message."""
    for name in ("python3.13", "python3.12", "python3.11"):
        path = shutil.which(name)
        if path and subprocess.call([path, "-c", ""], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
            return subprocess.call([path, str(CHECKOUT / "dev.py"), *arguments])
    have = ".".join(map(str, sys.version_info[:3]))
    print(f"policygraph needs Python 3.11 or newer; this is {have} ({sys.executable}).", file=sys.stderr)
    print("Install Python 3.11, 3.12 or 3.13 and run: python3.11 dev.py demo", file=sys.stderr)
    return 2


if sys.version_info < NEEDED:  # before anything that an old Python cannot even define
    sys.exit(_with_newer_python(sys.argv[1:]))


class Stop(Exception):
    """The run cannot go on; the message says what to do."""


def main(arguments: list[str]) -> int:
    """0 done, 1 a test or check failed, 2 the environment could not be made or the command is not known."""
    if _speaks_no_chinese():
        return subprocess.call([sys.executable, str(CHECKOUT / "dev.py"), *arguments], env=_utf8())
    command = arguments[0] if arguments else ""
    try:
        if command == "demo" and len(arguments) == 1:
            return demo()
        if command == "test":
            return test(arguments[1:])
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. Run it again to continue.", file=sys.stderr)
        return 130
    print("\n\n".join((__doc__ or "").split("\n\n")[:2]), file=sys.stderr)
    return 2


def demo() -> int:
    """The main job on the example documents: the graph, one lineage in the terminal, its picture."""
    _say_platform()
    DEMO.mkdir(exist_ok=True)
    graph, picture = DEMO / "examples.pg", DEMO / "lineage.svg"
    policygraph = _program("policygraph")
    with environment(""), _locked(DEMO / ".lock", "another demo"):
        _section("Building a graph of the seven documents in examples/corpus")
        built = _run(policygraph, "build", str(CHECKOUT / "examples" / "corpus"), "-o", str(graph))
        if built:
            raise Stop(f"`policygraph build` ended with status {built}; its own lines above say why.")
        _section("How the national manufacturing innovation centers evolved, 2017 to 2022")
        picture.unlink(missing_ok=True)
        for more in ([], ["--picture", str(picture)]):
            asked = _run(policygraph, "lineage", str(graph), *QUESTION, *more)
            if asked:
                raise Stop(f"`policygraph lineage` ended with status {asked}; its own lines above say why.")
    print(f"\nThe graph:   {graph}\nThe picture: {picture} (any browser opens it)")
    print(f"The command: {policygraph} --help")
    return 0


def test(selection: list[str]) -> int:
    """Every test and check; the last lines say how each went and what was not run."""
    if not CHECKOUT.name.isidentifier():  # pytest imports the checkout as a package by the name of its folder
        raise Stop(f"the folder is called {CHECKOUT.name}; expected a name of letters, digits and _: rename it")
    _say_platform()
    with environment("test"), tempfile.TemporaryDirectory(prefix="policygraph-test-") as folder:
        python, report = _program("python"), Path(folder) / "pytest.xml"
        results = {}
        _section("ruff: style")
        results["ruff"] = _run(python, "-m", "ruff", "check", ".")
        if os.name != "nt":  # it needs a symbolic link
            _section("mypy: types")
            results["mypy"] = _types(python, Path(folder))
        _section("pytest: behavior")
        results["pytest"] = _run(python, "-m", "pytest", *_AT_ONCE, f"--junitxml={report}", *selection)
        _section("Summary")
        for name, status in results.items():
            print(f"{name}: {'passed' if status == 0 else f'FAILED (status {status})'}")
        _say_not_run(report, selection)
    return 1 if any(results.values()) else 0


@contextlib.contextmanager
def environment(extra: str) -> Iterator[None]:
    """The environment .venv with the package and `extra` installed, held so that no other run changes it meanwhile."""
    with _opened(CHECKOUT / ".venv.lock") as lock:
        _lock(lock, "shared", "another run that makes .venv")
        while not _is_fresh(extra):
            _lock(lock, "exclusive", "another run that uses .venv")
            if not _is_fresh(extra):
                _make(extra)
            _lock(lock, "shared", "another run that makes .venv")
        yield


def _make(extra: str) -> None:
    """Makes .venv, or adds to it what `extra` needs. An interrupted run leaves a mark without key: made anew."""
    started = time.monotonic()
    if VENV.exists() and not MARK.exists():
        raise Stop(f"{VENV} was not made by dev.py. Move it away, then run this again.")
    if _mark().get("key") != _key() or not _starts(_program("python")):
        print(f"Making the environment {VENV}", flush=True)
        if VENV.exists():
            shutil.rmtree(VENV)
        VENV.mkdir()
        MARK.write_text("{}")
        LOG.touch()
        pip = _create()
    else:
        pip = [_program("python"), "-m", "pip"]
    print("Installing the package and what it needs (some minutes the first time)", flush=True)
    project = str(CHECKOUT) + (f"[{extra}]" if extra else "")
    _logged([*pip, "install", "--editable", project, "--constraint", str(CHECKOUT / "constraints.txt")])
    extras = sorted({*_mark().get("extras", []), extra})
    MARK.write_text(json.dumps({"key": _key(), "extras": extras}))
    print(f"Ready after {time.monotonic() - started:.0f} s", flush=True)


def _create() -> list[str]:
    """Makes an empty environment in .venv; gives the command that installs into it."""
    inside = _program("python")
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        _logged([sys.executable, "-m", "venv", str(VENV)])
        return [inside, "-m", "pip"]
    # Debian and Ubuntu ship Python without ensurepip: a pip outside can fill the environment (its --python: pip 22.3).
    pip = [sys.executable, "-m", "pip", "--python", inside]
    if importlib.util.find_spec("venv") and importlib.util.find_spec("pip"):
        _logged([sys.executable, "-m", "venv", "--without-pip", str(VENV)])
        if subprocess.run([*pip, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
            return pip
    version = ".".join(map(str, sys.version_info[:2]))
    raise Stop(
        f"This Python ({sys.executable}) cannot make environments: its module ensurepip is missing.\n"
        f"On Debian and Ubuntu: sudo apt install python{version}-venv\nThen run this again."
    )


def _logged(command: list[str]) -> None:
    """Runs a step of the installation, its output into the log; raises Stop with the log's end when it fails."""
    settings = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
    settings.pop("PYTHONPATH", None)
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n")
        log.flush()
        status = subprocess.call(
            command, cwd=str(CHECKOUT), env=settings, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    if status:
        end = "\n".join(LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        raise Stop(
            f"{end}\n\nThis step failed (status {status}); the whole log: {LOG}\n"
            "Often the reason is a network without access to the Python package index (set a mirror with "
            "`pip config set global.index-url ADDRESS`), a full disk, or a Python so new that the libraries are "
            "not built for it yet (3.11, 3.12 and 3.13 are known to work)."
        )


def _is_fresh(extra: str) -> bool:
    mark = _mark()
    return mark.get("key") == _key() and extra in {"", *mark.get("extras", [])} and _starts(_program("python"))


def _mark() -> dict[str, Any]:
    try:
        return dict(json.loads(MARK.read_text()))
    except (OSError, ValueError):
        return {}


def _key() -> str:
    """Changes with everything an environment depends on: where it lies, its Python, what is to be installed."""
    parts = [str(VENV), sys.base_prefix, sys.version]
    parts += [(CHECKOUT / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _program(name: str) -> str:
    """A program of the environment."""
    return str(BIN / (name + ".exe" if os.name == "nt" else name))


def _starts(python: str) -> bool:
    return Path(python).exists() and subprocess.call([python, "-c", "import sys"], stderr=subprocess.DEVNULL) == 0


def _run(*command: str) -> int:
    """Runs one command in the checkout with the environment's programs first on the path; gives its status."""
    settings = {**os.environ, "PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])}
    settings.pop("PYTHONPATH", None)
    return subprocess.call(command, cwd=str(CHECKOUT), env=settings, stdin=subprocess.DEVNULL)


def _types(python: str, folder: Path) -> int:
    """mypy over the package: the checkout's folder may be called anything, so a link gives it the package's name."""
    (folder / "policygraph").symlink_to(CHECKOUT, target_is_directory=True)
    settings = {**os.environ, "MYPYPATH": str(folder), "MYPY_CACHE_DIR": str(CHECKOUT / ".mypy_cache")}
    command = [python, "-m", "mypy", "--config-file", str(CHECKOUT / "pyproject.toml"), "policygraph"]
    return subprocess.call(command, cwd=str(folder), env=settings, stdin=subprocess.DEVNULL)


def _say_not_run(report: Path, selection: list[str]) -> None:
    """The reasons why tests were skipped, with their number, from pytest's report."""
    reasons: collections.Counter[str] = collections.Counter()
    if report.exists():
        for skipped in xml.etree.ElementTree.parse(str(report)).iter("skipped"):
            reasons[skipped.get("message", "no reason given")] += 1
    if selection:
        print(f"Not run: every test outside {' '.join(selection)}")
    for reason, count in reasons.most_common():
        print(f"Not run: {count} {'test' if count == 1 else 'tests'}: {reason}")
    if not selection and not reasons:
        print("Not run: nothing")


def _say_platform() -> None:
    """What this platform lacks; whatever more the kernel of a Linux lacks is said by the command itself."""
    if sys.platform != "linux":
        print(
            f"This is {sys.platform}, not Linux. Missing here: limits of memory and time for the processes that read "
            "files, and Landlock, which keeps them from other files. Read only files that you trust."
        )
    if fcntl is None:
        print("Missing here too: the lock that keeps two runs of dev.py apart. Start one at a time.")


def _speaks_no_chinese() -> bool:
    """Whether the locale's encoding cannot carry a question in Chinese to the command."""
    try:
        QUESTION[0].encode(sys.getfilesystemencoding())
        QUESTION[0].encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return os.environ.get("PYTHONUTF8") != "1"
    return False


def _utf8() -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    try:
        handle = os.open(str(path), os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise Stop(f"Cannot write into {path.parent} ({error.strerror}). Copy it to a place of your own.") from None
    try:
        yield handle
    finally:
        os.close(handle)


@contextlib.contextmanager
def _locked(path: Path, who: str) -> Iterator[None]:
    with _opened(path) as handle:
        _lock(handle, "exclusive", who)
        yield


def _lock(handle: int, kind: str, who: str) -> None:
    """Waits for the lock, and says for whom; without locks on this platform it does nothing."""
    if fcntl is None:
        return
    flag = fcntl.LOCK_EX if kind == "exclusive" else fcntl.LOCK_SH
    try:
        fcntl.flock(handle, flag | fcntl.LOCK_NB)
    except BlockingIOError:
        print(f"Waiting for {who}", flush=True)
        fcntl.flock(handle, flag)


def _section(title: str) -> None:
    print(f"\n== {title}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
