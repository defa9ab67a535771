"""The numbers of sending, for Prometheus."""

from prometheus_client import start_http_server

from bot.errors import ConfigurationError


def show_numbers(address: str) -> int:
    """Serve ``/metrics`` on ``address`` (HOST:PORT) in a thread of its own, and return the port; 0 is any free one.

    Raises ConfigurationError when the address cannot be used.
    """
    host, _, port = address.rpartition(":")
    try:
        server, _thread = start_http_server(int(port), host)
    except (OSError, OverflowError) as error:
        raise ConfigurationError(f"METRICS_ADDRESS {address}: {error}") from error
    return int(server.server_port)
