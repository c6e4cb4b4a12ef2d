"""A real SSH server on a loopback port of its own, and a wire that counts and can be cut."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from patience import eventually

_SERVER_FOLDERS = "/usr/sbin:/usr/local/sbin:/sbin"


def needed(name: str) -> str:
    """The path of a program that these tests cannot do without."""
    path = shutil.which(name, path=f"{os.environ.get('PATH', '')}:{_SERVER_FOLDERS}")
    if path is None:
        pytest.skip(f"{name} is not installed here (Debian: apt install openssh-server)")
    return path


class Wire:
    """Forwards one port to another, counts both ways, and can be cut in the middle."""

    def __init__(self, target: int) -> None:
        self.to_server = self.to_client = 0
        self._target = target
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._target))
            except OSError:  # the server is being stopped
                client.close()
                continue
            self._ends += [client, server]
            for source, target, outwards in ((client, server, True), (server, client, False)):
                threading.Thread(
                    target=self._pump, args=(source, target, outwards), daemon=True
                ).start()

    def _pump(self, source: socket.socket, target: socket.socket, outwards: bool) -> None:
        try:
            while piece := source.recv(1 << 16):
                if outwards:
                    self.to_server += len(piece)
                else:
                    self.to_client += len(piece)
                target.sendall(piece)
        except OSError:
            pass
        for end in (source, target):
            hang_up(end)

    def cut(self) -> None:
        """Drop every connection, as a link that breaks does."""
        for end in self._ends:
            hang_up(end)
        self._ends.clear()

    def close(self) -> None:
        self.cut()
        self._listener.close()


def hang_up(end: socket.socket) -> None:
    """Close a socket that another thread may be waiting on."""
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


class SshServer:
    """Debian's sshd with a configuration, a host key and a user's key of its own."""

    def __init__(self, folder: Path, *, extra: str = "") -> None:
        sshd, keygen = needed("sshd"), needed("ssh-keygen")
        needed("ssh")
        folder.mkdir(exist_ok=True)
        for name in ("host", "user"):
            subprocess.run(
                [keygen, "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True
            )
        self.folder = folder
        self.port = _free_port()
        configuration = folder / "sshd_config"
        configuration.write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {folder / 'host'}\n"
            f"AuthorizedKeysFile {folder / 'user.pub'}\nPidFile {folder / 'pid'}\n"
            "StrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\n"
            # On a loaded machine many may be logging in at once; none is to be turned away.
            f"MaxStartups 100\nAcceptEnv LANG COLORTERM\n{extra}"
        )
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # where it gives up its rights
        self._log = (folder / "log").open("wb")
        self._process = subprocess.Popen(
            [sshd, "-D", "-e", "-f", str(configuration)], stderr=self._log
        )
        self._wait()
        self.wire = Wire(self.port)

    def _wait(self) -> None:
        """Wait until it listens; skip where it ends instead."""
        if not eventually(lambda: self._listens() or self._process.poll() is not None) or (
            self._process.poll() is not None
        ):
            pytest.skip(f"sshd does not start here: {(self.folder / 'log').read_text()[-300:]}")

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True

    def client(self, *remote: str, terminal: bool = True) -> list[str]:
        """The command line that logs in over the wire and runs something there."""
        options = ["IdentitiesOnly=yes", "StrictHostKeyChecking=no", "LogLevel=ERROR"]
        options += [f"UserKnownHostsFile={self.folder / 'known'}", "SendEnv=LANG COLORTERM"]
        return [
            needed("ssh"),
            *(word for option in options for word in ("-o", option)),
            *("-F", "/dev/null", "-i", str(self.folder / "user"), "-p", str(self.wire.port)),
            *(("-tt",) if terminal else ("-T",)),
            f"{getpass.getuser()}@127.0.0.1",
            *remote,
        ]

    def close(self) -> None:
        self.wire.close()
        self._process.terminate()
        self._process.wait(timeout=30)
        self._log.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
