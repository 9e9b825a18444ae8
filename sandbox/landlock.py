"""Linux Landlock through ctypes: a process gives up files and network for good, without privileges."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

# Numbers of include/uapi/asm-generic/unistd.h, the same on all architectures Python is built for; flags and
# structures of include/uapi/linux/landlock.h and linux/prctl.h.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_CREATE_RULESET_VERSION = 1
_PATH_BENEATH = 1
_SET_PDEATHSIG, _SET_NO_NEW_PRIVS = 1, 38
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # number of rights by version of the interface
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_NETWORK_RIGHTS = 0b11  # TCP bind and connect, since version 4
_SCOPES = 0b11  # abstract sockets and signals, since version 6


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


@cache
def version() -> int:
    """Version of the kernel's Landlock interface; 0 where there is none. From 4 on it covers the network (TCP)."""
    if not sys.platform.startswith("linux"):
        return 0
    found = _libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_CREATE_RULESET_VERSION))
    return max(int(found), 0)


def give_up_files_and_network(readable: Iterable[Path] = ()) -> None:
    """No file can be opened and no TCP connection made by this process from now on; what is open stays open.

    readable: files that it may still read, and folders whose files it may.
    Nothing changes where the kernel has no Landlock (`version` tells). Raises OSError where it has, but refuses, or
    where a readable path is absent: the process must not go on then.
    """
    abi = version()
    if not abi:
        return
    rules = _Ruleset(
        (1 << _FILE_RIGHTS.get(abi, 16)) - 1, _NETWORK_RIGHTS if abi >= 4 else 0, _SCOPES if abi >= 6 else 0
    )
    size = 8 if abi < 4 else 16 if abi < 6 else 24
    libc = _libc()
    handle = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0))
    _must(handle >= 0, "create rules")
    try:
        for path in readable:
            _must(_allow(handle, path), "add a rule")
        _must(libc.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "give up new privileges")
        _must(libc.syscall(_RESTRICT_SELF, ctypes.c_int(handle), ctypes.c_uint32(0)) == 0, "apply the rules")
    finally:
        os.close(handle)


def _must(done: bool, what: str) -> None:
    if not done:
        raise OSError(ctypes.get_errno(), f"Landlock could not {what}")


def _allow(handle: int, path: Path) -> bool:
    """Adds the rule that a file, or what lies beneath a folder, may be read."""
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = _PathBeneath(_READ_FILE | (_READ_FOLDER if path.is_dir() else 0), place)
        kind, none = ctypes.c_int(_PATH_BENEATH), ctypes.c_uint32(0)
        return bool(_libc().syscall(_ADD_RULE, ctypes.c_int(handle), kind, ctypes.byref(rule), none) == 0)
    finally:
        os.close(place)


def die_with_parent(signal_number: int) -> None:
    """The kernel sends this process the signal when its parent ends (Linux only; elsewhere nothing happens)."""
    if sys.platform.startswith("linux"):
        _libc().prctl(_SET_PDEATHSIG, signal_number, 0, 0, 0)
