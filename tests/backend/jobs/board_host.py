"""A process with a board, as the backend is one: it resumes what there is, or begins with a film.

    board_host.py HOME FILM BOOT_ID

Says the job's id and the speech process's, once there is one, and then waits for the job's end.
"""

import sys
from pathlib import Path

from backend.jobs.workplace import Workplace, eventually, surroundings


def main(home: str, film: str, boot_id: str) -> None:
    place = Workplace.open(Path(home), surroundings(Path(home).parent), boot_id)
    unfinished = place.store.jobs.unfinished()
    if unfinished:
        [record] = unfinished
        job = place.board.view(record.job_id)
    else:
        [job] = place.transcribe(place.session(Path(film)))
    assert eventually(lambda: place.board.speech_pid)
    print(job.job_id, place.board.speech_pid, flush=True)
    place.ended(job)
    place.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
