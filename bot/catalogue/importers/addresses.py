"""Which machines a feed may be fetched from: only ones that are on the public internet, unless the operator named them."""

import socket
from collections.abc import Callable, Collection
from ipaddress import IPv6Address, ip_address

from bot.errors import FeedRefused

Resolve = Callable[[str, int], list[str]]
"""Host and port → the numeric addresses it has."""


def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver; raises OSError."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


class PublicOnly:
    """Picks the address to connect to. ``own_hosts`` are names on the operator's own network that are allowed too."""

    def __init__(self, own_hosts: Collection[str] = (), ask: Resolve = resolve) -> None:
        self._own = frozenset(host.casefold() for host in own_hosts)
        self._ask = ask

    def address_of(self, host: str, port: int) -> str:
        """Return the first address of ``host``; raises FeedRefused when any of them is not public, or there is none.

        The caller connects to this very address: asking twice could give two answers (DNS rebinding).
        """
        try:
            found = self._ask(host, port)
        except (OSError, UnicodeError) as error:
            raise FeedRefused("import_unknown_host", host) from error
        if not found:
            raise FeedRefused("import_unknown_host", host)
        if host.casefold() not in self._own and not all(map(is_public, found)):
            raise FeedRefused("import_private_address", host)
        return found[0]


def is_public(address: str) -> bool:
    """Whether ``address`` is one that the whole internet shares; an IPv4 address inside an IPv6 one counts as itself."""
    try:
        number = ip_address(address)
    except ValueError:
        return False
    if isinstance(number, IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
        if inner:
            return is_public(str(inner))
    return number.is_global and not number.is_multicast
