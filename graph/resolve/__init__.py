"""Who is who: whether two names mean one thing, told by what the names say, never by one lying in the other."""

from .decisions import Decision, automatic, classes, personal
from .matching import Match, match
from .resolution import Resolution, resolve
from .succession import succession

__all__ = ["Decision", "Match", "Resolution", "automatic", "classes", "match", "personal", "resolve", "succession"]
