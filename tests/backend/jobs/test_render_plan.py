"""What a render is of, and what is said where a file of it is not there."""

from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from transcribe_video.backend.drafting import draft_of, is_edited, timeline_of
from transcribe_video.backend.editor.timeline import Clip, Music, Timeline
from transcribe_video.backend.jobs.render_plan import RenderPlan, plan_for
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace, MediaRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import GoneError, MediaNotFoundError, TranscribeVideoError, UsageError
from transcribe_video.wire.render import Output, RenderRequest

_FILM = MediaFacts("video", 60_000, 640, 360, 25.0)


class Project:
    """One session with files of the user's that nobody opens."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder
        self.session = store.sessions.create()

    def bring(self, name: str, facts: MediaFacts = _FILM, *, is_ours: bool = False) -> MediaRecord:
        path = self.folder / name
        path.write_bytes(b"\0")
        place = MediaPlace(path, 1, is_ours=is_ours)
        return self.store.media.add(self.session.session_id, name, place, facts)

    def request(self, draft: object, **output: object) -> RenderRequest:
        return RenderRequest.model_validate(
            {
                "id": "render_1",
                "sessionId": self.session.session_id,
                "draft": draft,
                "output": Output.model_validate(output).model_dump(),
            }
        )

    def plan(self, timeline: Timeline | None = None, **output: object) -> RenderPlan:
        """The plan for a timeline; None is the session's own."""
        meant = timeline or timeline_of(self.store, self.session.session_id)
        return plan_for(self.store, self.request(draft_of(meant, ()), **output))

    def trouble(self, timeline: Timeline) -> str:
        with pytest.raises(TranscribeVideoError) as raised:
            self.plan(timeline)
        return str(raised.value)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    folder = tmp_path / "films"
    folder.mkdir()
    with closing(Store(tmp_path / "home")) as store:
        yield Project(store, folder)


def _clip(file: MediaRecord, from_ms: int = 0, to_ms: int = 60_000) -> Clip:
    return Clip(file.media_id, file.filename, from_ms, to_ms)


def test_a_session_that_nobody_edited_is_its_files_in_a_row(project: Project) -> None:
    a, b = project.bring("a.mp4"), project.bring("b.mp4")

    assert project.plan() == RenderPlan(Timeline((_clip(a), _clip(b))), (a, b))


def test_a_timeline_is_taken_as_it_was_sent_and_each_of_its_files_named_once(
    project: Project,
) -> None:
    a, b, song = project.bring("a.mp4"), project.bring("b.mp4"), project.bring("song.mp3")
    timeline = Timeline(
        (_clip(b, 5_000, 9_000), _clip(a, 0, 1_000), _clip(b, 0, 2_000)),
        Fraction(30000, 1001),
        music=(Music(song.media_id, song.filename),),
    )

    assert project.plan(timeline) == RenderPlan(timeline, (a, b), (song,))


def test_one_whole_file_can_be_taken_instead_of_the_draft(project: Project) -> None:
    a, b = project.bring("a.mp4"), project.bring("b.mp4")

    plan = project.plan(Timeline((_clip(a, 0, 1_000),)), media_id=b.media_id)

    assert plan == RenderPlan(Timeline((_clip(b),)), (b,))
    with pytest.raises(GoneError):
        project.plan(media_id="media_0")


def test_what_waited_for_its_files_is_made_of_the_timeline_that_there_is_by_then(
    project: Project,
) -> None:
    a, request = project.bring("a.mp4"), project.request({})
    with pytest.raises(UsageError, match="There is nothing to export"):
        plan_for(project.store, request)

    assert plan_for(project.store, request, is_late=True).timeline == Timeline((_clip(a),))

    cut = Timeline((_clip(a, 1_000, 2_000),))
    project.store.revisions.add(project.session.session_id, "cut", "cut", draft_of(cut, ()))
    assert plan_for(project.store, request, is_late=True).timeline == cut


@pytest.mark.parametrize("draft", [{}, {"t": []}, {"t": [{"tt": 0, "sg": []}]}])
def test_a_draft_that_shows_nothing_is_refused(project: Project, draft: object) -> None:
    project.bring("a.mp4")
    with pytest.raises(UsageError, match="There is nothing to export"):
        plan_for(project.store, project.request(draft))


def test_a_draft_in_another_form_is_refused_and_not_guessed_at(project: Project) -> None:
    file = project.bring("a.mp4")
    draft = {"t": [{"tt": 0, "sg": [{"d": 1_000, "m": {"media_id": file.media_id}}]}]}
    with pytest.raises(UsageError, match="its timeline is in a form that is not known"):
        plan_for(project.store, project.request(draft))


def test_a_file_that_was_deleted_or_moved_is_named_with_its_place_and_what_to_do(
    project: Project,
) -> None:
    there, file = project.bring("there.mp4"), project.bring("talk.mp4")
    timeline = Timeline((_clip(there), _clip(file)))
    (project.folder / "talk.mp4").unlink()

    assert project.trouble(timeline) == (
        f"The video cannot be made: “talk.mp4” is no longer in “{project.folder}”, where it was. "
        "Put it back there, or name its new place with upload in this project, which takes it "
        "from there; then try again."
    )
    with pytest.raises(MediaNotFoundError):
        project.plan(timeline)
    (project.folder / "talk.mp4").write_bytes(b"\0")
    assert project.plan(timeline).recordings == (there, file)


def test_music_that_was_moved_is_named_as_well(project: Project) -> None:
    film, song = project.bring("a.mp4"), project.bring("song.mp3")
    (project.folder / "song.mp3").rename(project.folder / "moved.mp3")

    trouble = project.trouble(
        Timeline((_clip(film),), music=(Music(song.media_id, song.filename),))
    )

    assert "“song.mp3” is no longer in" in trouble


def test_where_files_of_ours_lay_is_nobodys_business(project: Project) -> None:
    file = project.bring("talk.mp4", is_ours=True)
    (project.folder / "talk.mp4").unlink()

    assert project.trouble(Timeline((_clip(file),))) == (
        "The video cannot be made: the copy of “talk.mp4” that lay in this program's folder was "
        "deleted. Bring the file into this project again with upload, and then try again."
    )


def test_a_file_that_left_the_project_or_is_on_its_way_is_named(project: Project) -> None:
    gone = Timeline((Clip("gone", "b.mp4", 0, 1_000),))
    assert project.trouble(gone) == (
        "The video cannot be made: “b.mp4”, which is on the timeline, is not in the project any "
        "more. Cut it out of the video, or undo what put it there, and then try again."
    )
    coming = project.store.media.expect(
        project.session.session_id, "c.mp4", "https://example.org/c.mp4"
    )
    assert project.trouble(Timeline((_clip(coming),))) == (
        "The video cannot be made: “c.mp4” is still being fetched. Wait until it is there, and "
        "then try again."
    )


def test_a_video_is_called_after_the_recording_that_came_first_wherever_it_stands(
    project: Project,
) -> None:
    still = project.bring("logo.png", MediaFacts("image", None, 640, 360))
    first, second = project.bring("a.mp4"), project.bring("b.mp4")
    image = Clip(still.media_id, "logo.png", 0, 2_000, "image")
    plan = project.plan(Timeline((_clip(second), image, _clip(first))))
    assert (plan.first, plan.recordings) == (first, (still, first, second))
    assert project.plan(Timeline((_clip(second), image))).first == second
    assert project.plan(Timeline((image,))).first == still
    moved = project.plan(Timeline((_clip(second), _clip(first))))
    assert moved.source == project.plan(Timeline((_clip(first), _clip(second)))).source


def test_a_part_of_a_file_that_stands_before_another_is_an_edit(project: Project) -> None:
    a, b = project.bring("a.mp4"), project.bring("b.mp4")
    for clips, is_changed in (
        ((_clip(a), _clip(b)), False),
        ((_clip(b, 0, 10_000), _clip(a), _clip(b, 10_000)), True),
        ((_clip(b), _clip(a)), True),
    ):
        plan = project.plan(Timeline(clips))
        assert is_edited(plan.timeline, plan.recordings) == is_changed


def test_a_file_that_is_another_since_it_came_is_named(project: Project) -> None:
    film = project.bring("talk.mp4")
    assert film.path
    film.path.write_bytes(b"another recording")
    assert project.trouble(Timeline((_clip(film),))) == (
        f"The video cannot be made: “talk.mp4” in “{project.folder}” is another file than the one "
        "that was brought. Put the file back as it was, and then try again; or bring the new one "
        "with upload into a new project, and edit it there."
    )
    film.path.write_bytes(b"\0")
    assert project.plan(Timeline((_clip(film),))).recordings == (film,)
