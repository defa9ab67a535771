"""What must be true before anything starts, each with its own clear error."""

import os
import shutil
import socket
from pathlib import Path

from bot.errors import DuwtjeError
from bot.secrets import make_home

NEEDED_MEGABYTES = 200


class PortBusy(DuwtjeError):
    """Another program listens on the port."""

    code = "error_port_busy"


class NoDisk(DuwtjeError):
    """The home folder has too little free space."""

    code = "error_no_disk"


class NoHome(DuwtjeError):
    """The home folder cannot be made or written."""

    code = "error_no_home"


class NoModel(DuwtjeError):
    """There is no trained model."""

    code = "error_no_model"


def check_home(home: Path) -> None:
    """Make the home folder when needed; raises NoHome or NoDisk."""
    try:
        make_home(home)
    except OSError as error:
        raise NoHome(str(home)) from error
    if not os.access(home, os.W_OK):
        raise NoHome(str(home))
    if shutil.disk_usage(home).free < NEEDED_MEGABYTES * 2**20:
        raise NoDisk(str(home))


def check_port(host: str, port: int) -> None:
    """Raise PortBusy when nothing of ours could listen there."""
    if not is_free(host, port):
        raise PortBusy(str(port))


def check_model(models: Path) -> None:
    """Raise NoModel when no model was trained."""
    if not any(models.glob("*.tar.gz")):
        raise NoModel(str(models))


def is_free(host: str, port: int) -> bool:
    """Whether a server could bind this port now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True
