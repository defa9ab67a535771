import socket
import subprocess
import sys

import pytest

from bot.run.ports import Ports
from bot.run.preflight import PortBusy
from tests.ports import free_port

HERE = "127.0.0.1"


def test_the_preferred_port_is_taken_when_nobody_has_it() -> None:
    wanted = free_port()
    with Ports() as ports:
        assert ports.take(HERE, wanted) == wanted


def test_a_port_is_taken_once_and_free_again_in_the_end() -> None:
    wanted = free_port()
    with Ports() as ports, Ports() as others:
        assert ports.take(HERE, wanted) == wanted
        assert wanted not in {others.take(HERE, wanted), ports.take(HERE, wanted)}
    with Ports() as ports:
        assert ports.take(HERE, wanted) == wanted


def test_a_server_can_listen_on_a_taken_port() -> None:
    with Ports() as ports, socket.socket() as server:
        server.bind((HERE, ports.take(HERE, free_port())))
        server.listen()


def test_a_process_that_was_killed_keeps_no_port() -> None:
    wanted = free_port()
    take = f"from bot.run.ports import Ports; ports = Ports(); print(ports.take({HERE!r}, {wanted}), flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", take], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert int(process.stdout.readline()) == wanted
        with Ports() as ports:
            assert ports.take(HERE, wanted) != wanted
        process.kill()
    with Ports() as ports:
        assert ports.take(HERE, wanted) == wanted


def test_who_finds_no_port_at_all_says_so() -> None:
    with socket.socket() as server:
        server.bind((HERE, 2**16 - 1))
        server.listen()
        with Ports() as ports, pytest.raises(PortBusy, match="65535"):
            ports.take(HERE, 2**16 - 1)


def test_without_a_preferred_port_some_port_is_taken() -> None:
    with Ports() as ports:
        assert ports.take(HERE, None) > 0
