"""A real Neo4j server for tests and benchmarks: from Maven's artefacts where mvn and java are there, else from Docker.

The server listens on 127.0.0.1, has a password of its own, and ends with the process that started it.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import neo4j

HERE = Path(__file__).resolve().parent
POM, SERVER = HERE / "pom.xml", HERE / "Server.java"
VERSION = str(re.search(r"<neo4j\.version>(.*)</neo4j\.version>", POM.read_text(encoding="utf-8"))[1])  # type: ignore[index]
IMAGE = f"neo4j:{VERSION}-community"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
"""Packages of java.base that Neo4j reaches into."""
PATIENCE = 120
"""Seconds that a server may take to start; some ten are usual."""
USER = "neo4j"


class Unavailable(Exception):
    """No server can be had here; the message says what to install."""


class Server:
    """A server that the test may stop and start again. uri, user, password: how to reach it."""

    user = USER

    def __init__(self) -> None:
        self.password = secrets.token_hex(8)
        self.port = free_port()
        self.uri = f"bolt://127.0.0.1:{self.port}"

    def driver(self) -> neo4j.Driver:
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    def empty(self, schema: bool = False) -> None:
        """Takes out every element, and with `schema` constraints and indexes too, which take longer to make."""
        with self.driver() as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n")
            for kind, listed in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")) if schema else ():
                for record in driver.execute_query(f"SHOW {listed} YIELD name, type").records:
                    if record["type"] != "LOOKUP":
                        driver.execute_query(f"DROP {kind} `{record['name']}` IF EXISTS")

    def start(self) -> None:
        raise NotImplementedError

    def kill(self) -> None:
        """Ends it without giving it time to tidy up; its data stay."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def _wait(self, initial: str, alive: Any, log: Any) -> None:
        """Until it answers; sets the password where it still is the initial one."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if not alive():
                break
            try:
                with neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
                    driver.verify_connectivity()  # which does not try again by itself
                    return
            except neo4j.exceptions.AuthError:
                with neo4j.GraphDatabase.driver(self.uri, auth=(self.user, initial)) as driver:
                    text = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
                    driver.execute_query(text, old=initial, new=self.password, database_="system")
            except (neo4j.exceptions.DriverError, neo4j.exceptions.TransientError):
                time.sleep(0.3)
        raise RuntimeError(f"the Neo4j server does not answer:\n{log()}")


class MavenServer(Server):
    """Neo4j in a process of its own, its data in `home`."""

    def __init__(self, home: Path, classes: str) -> None:
        super().__init__()
        self.home, self._classes = home, classes
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        command = [*java(self._classes), "Server", str(self.home), str(self.port)]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log)
        process = self._process
        self._wait("neo4j", lambda: process.poll() is None, lambda: self._log.read_text(errors="replace")[-4000:])

    def kill(self) -> None:
        assert self._process is not None
        self._process.kill()
        self._process.communicate()

    def close(self) -> None:
        if self._process is not None and self._process.poll() is None:
            assert self._process.stdin is not None
            self._process.stdin.close()  # a server that ends so has written everything
            try:
                self._process.wait(60)
            except subprocess.TimeoutExpired:
                self.kill()

    @property
    def _log(self) -> Path:
        return self.home.with_name(f"{self.home.name}.log")


class DockerServer(Server):
    """Neo4j in a container."""

    def __init__(self) -> None:
        super().__init__()
        self._name = f"policygraph-test-{secrets.token_hex(4)}"
        self._made = False

    def start(self) -> None:
        if self._made:
            _docker("start", self._name)
        else:
            publish, login = f"127.0.0.1:{self.port}:7687", f"NEO4J_AUTH={self.user}/{self.password}"
            _docker("run", "--detach", "--name", self._name, "--publish", publish, "--env", login, IMAGE)
            self._made = True
        self._wait(self.password, lambda: True, lambda: _docker("logs", self._name)[-4000:])

    def kill(self) -> None:
        _docker("kill", self._name)

    def close(self) -> None:
        if self._made:
            _docker("rm", "--force", "--volumes", self._name)


class NamedServer(Server):
    """One that runs already."""

    def __init__(self, uri: str, user: str, password: str) -> None:
        self.uri, self.user, self.password = uri, user, password

    def close(self) -> None:
        self.empty(schema=True)


def named_server(uri: str, user: str, password: str) -> Server:
    """A server that somebody else started. Raises RuntimeError where it holds what no test has loaded."""
    server = NamedServer(uri, user, password)
    with server.driver() as driver:
        foreign = "MATCH (n) WHERE n.policygraph IS NULL AND NOT n:PolicygraphLoad RETURN count(n) AS n"
        if count := driver.execute_query(foreign).records[0]["n"]:
            raise RuntimeError(f"{uri} holds {count} nodes of others; the tests empty the database, name another")
    return server


def new_server(home: Path, cache: Path) -> Server:
    """A server that is not started yet. home: for its data. cache: a folder that is kept, for Maven's artefacts.

    Raises Unavailable where neither Maven and Java 17 nor Docker can be used.
    """
    try:
        return MavenServer(home, artefacts(cache))
    except Unavailable as error:
        if _docker_runs():
            return DockerServer()
        raise Unavailable(f"{error}, or Docker with a running daemon") from None


def artefacts(cache: Path) -> str:
    """The class path of the server and its tools, fetched by Maven the first time (some 120 MB).

    Raises Unavailable where mvn or a JDK of 17 or newer is missing, or Maven cannot fetch them.
    """
    missing = [name for name in ("mvn", "java", "javac") if shutil.which(name) is None]
    if missing:
        what = ", ".join(missing)
        raise Unavailable(f"no {what}; install Maven and a JDK 17 (Debian: maven, openjdk-17-jdk-headless)")
    version = subprocess.run(["javac", "-version"], capture_output=True, text=True, check=False)
    found = re.search(r"(\d+)", version.stdout + version.stderr)
    if not found or int(found[1]) < 17:
        raise Unavailable(f"javac is {found[1] if found else 'unknown'}; install a JDK of 17 or newer")
    key = hashlib.sha256(POM.read_bytes() + SERVER.read_bytes()).hexdigest()[:12]
    folder = cache / key
    if not folder.exists():
        fresh = cache / f"{key}.{os.getpid()}.part"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        fetch = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={fresh}"]
        done = subprocess.run(fetch, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if done.returncode:
            said = (done.stdout + done.stderr)[-600:].strip()
            raise Unavailable(f"Maven cannot fetch Neo4j ({said}); give it a network")
        subprocess.run(["javac", "-cp", f"{fresh}/*", "-d", str(fresh), str(SERVER)], check=True)
        fresh.rename(folder)
    return os.pathsep.join((f"{folder}/*", str(folder)))


def java(classes: str) -> list[str]:
    """The command of a Java program on this class path, without the class."""
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED]
    return ["java", "-Xmx1g", *opened, "-cp", classes]


def admin(folder: Path, home: Path, classes: str) -> Path:
    """A program `neo4j-admin` for the data in `home`, as an installed server has one."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").touch()
    program = folder / "neo4j-admin"
    words = " ".join(f"'{word}'" for word in [*java(classes), "org.neo4j.cli.AdminTool"])
    program.write_text(f"#!/bin/sh\nNEO4J_HOME='{home}' NEO4J_CONF='{home}/conf' exec {words} \"$@\"\n")
    program.chmod(0o755)
    return program


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _docker(*words: str) -> str:
    return subprocess.run(["docker", *words], capture_output=True, text=True, check=True).stdout


def _docker_runs() -> bool:
    if shutil.which("docker") is None:
        return False
    return subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0
