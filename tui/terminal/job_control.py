"""Whether a shell waits behind the program, to which one can go back for a while."""

from __future__ import annotations

import os


def shell_waits() -> bool:
    """Whether stopping the process gives the terminal to a shell that can continue it.

    A shell with job control puts what it starts into a process group of its own. What sshd,
    a container or a terminal window starts directly would stop for good.
    """
    if os.name != "posix":
        return False
    try:
        return os.getpgrp() != os.getpgid(os.getppid()) and os.getsid(0) != os.getpid()
    except OSError:  # the parent is in another session, or gone
        return False
