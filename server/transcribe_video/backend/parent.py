"""The process that started this one and speaks with it in lines of JSON."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from threading import Lock, Thread
from typing import Any, Never


class Parent:
    """The other end of ``child.Child``.

    What anything else in this process prints goes to standard error, so that it cannot be taken
    for a message. When the parent is gone this process ends at once, whatever it is doing.
    """

    def __init__(self) -> None:
        self._out = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        self._sending = Lock()

    def orders(self) -> Iterator[dict[str, Any]]:
        """What the parent says; never comes to an end."""
        for line in sys.stdin.buffer:
            yield json.loads(line)
        self.leave()

    def only_order(self) -> dict[str, Any]:
        """The one thing that the parent says; what follows is waited for beside the work."""
        orders = self.orders()
        order = next(orders)
        Thread(target=list, args=(orders,), daemon=True).start()
        return order

    def tell(self, message: Mapping[str, Any]) -> None:
        """Say something to the parent."""
        line = memoryview(json.dumps(message).encode() + b"\n")
        with self._sending:
            try:
                while line:
                    line = line[self._out.write(line) :]
            except OSError:
                self.leave()

    def leave(self) -> Never:
        """End this process at once: nothing of it is worth waiting for."""
        os._exit(0)
