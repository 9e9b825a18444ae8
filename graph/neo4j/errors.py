"""What the driver and the server say, in one line that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from ...schema.errors import ServerError
from .schema import OLDEST

_CODES = {
    "Neo.ClientError.Security.Unauthorized": "server_password",
    "Neo.ClientError.Security.AuthenticationRateLimit": "server_rate_limit",
    "Neo.ClientError.Security.CredentialsExpired": "server_password_expired",
    "Neo.ClientError.Database.DatabaseNotFound": "server_no_database",
}


@contextmanager
def explained(uri: str, user: str = "", database: str | None = None) -> Iterator[None]:
    """Turns errors of the driver into ServerError; neither holds the password."""
    try:
        yield
    except exceptions.Neo4jError as error:
        reason = _line(error.message or "")
        if code := _CODES.get(error.code or ""):
            raise ServerError(code, uri=uri, user=user, database=database or "") from error
        if isinstance(error, exceptions.AuthError):
            raise ServerError("server_forbidden", uri=uri, user=user, reason=reason) from error
        raise ServerError("server_refused", uri=uri, reason=reason) from error
    except exceptions.UnsupportedServerProduct as error:  # it speaks none of the driver's protocols
        raise ServerError("server_old", uri=uri, found="Neo4j < 4.4", expected=".".join(map(str, OLDEST))) from error
    except exceptions.ConfigurationError as error:
        raise ServerError("server_uri", expected="bolt://localhost:7687") from error
    except (exceptions.DriverError, OSError) as error:
        raise ServerError("server_unreachable", uri=uri, reason=_line(str(error))) from error


def _line(text: str) -> str:
    """The first line of a text; syntax errors of Cypher name their place there."""
    return text.strip().partition("\n")[0].strip()
