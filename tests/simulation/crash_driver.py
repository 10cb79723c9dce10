"""A process without threads that gives birth to lives of the product, one at a time.

Every line on its standard input is an order, answered by one line: a place to live at
and the step to die before. Imports and templates are loaded once and inherited.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from tests.simulation.circle import Place, Steps, live, prepare, write_files


def main(base: str) -> None:
    """Serve orders until the input ends; files are written and made in `base`."""
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    write_files(Path(base))
    desk = prepare(f"sqlite:///{base}/empty.db")
    print(json.dumps("ready"), file=told, flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        report = Path(base) / "report.json"
        report.unlink(missing_ok=True)
        child = os.fork()
        if child == 0:
            code = 3
            try:
                steps = Steps(order["die_at"])
                live(desk, Place(**order["place"]), steps)
                report.write_text(json.dumps(steps.names), encoding="utf-8")
                code = 0
            except BaseException:  # noqa: BLE001 - told to the parent, whatever it is
                traceback.print_exc()
            finally:
                sys.stderr.flush()
                os._exit(code)
        _, status = os.waitpid(child, 0)
        names = json.loads(report.read_text()) if report.exists() else []
        ended = {"code": os.waitstatus_to_exitcode(status), "names": names}
        print(json.dumps(ended), file=told, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
