"""Timelines one after the other, and the way back and forward among them."""

from pathlib import Path

import pytest

from transcribe_video.backend.store.revisions import ChangedError
from transcribe_video.backend.store.store import Store


def _added(store: Store, *drafts: int, session_id: str = "1") -> None:
    for number in drafts:
        store.revisions.add(session_id, f"say {number}", f"did {number}", {"d": number})


def _drafts(store: Store, session_id: str = "1") -> list[int]:
    return [one.draft["d"] for one in store.revisions.history(session_id)]


def test_a_session_begins_without_any(store: Store) -> None:
    assert store.revisions.current("1") is None
    assert (store.revisions.number("1"), store.revisions.history("1")) == (0, ())
    assert (store.revisions.step("1", -1), store.revisions.step("1", 1)) == (0, 0)


def test_the_newest_counts_until_it_is_taken_back(store: Store) -> None:
    _added(store, 1, 2, 3)
    assert store.revisions.step("1", -2) == 2
    current = store.revisions.current("1")
    assert current
    assert (current.number, current.message, current.summary, current.draft) == (
        1,
        "say 1",
        "did 1",
        {"d": 1},
    )
    assert store.revisions.step("1", 5) == 2
    assert _drafts(store) == [1, 2, 3]
    assert store.revisions.step("1", -9) == 3
    assert store.revisions.current("1") is None


def test_what_was_taken_back_is_gone_when_something_else_is_done(store: Store) -> None:
    _added(store, 1, 2, 3)
    store.revisions.step("1", -2)
    _added(store, 4)
    assert _drafts(store) == [1, 4]
    assert store.revisions.step("1", 1) == 0


def test_an_edit_of_a_timeline_that_counts_no_more_is_refused(store: Store) -> None:
    _added(store, 1)
    with pytest.raises(ChangedError):
        store.revisions.add("1", "", "", {"d": 9}, onto=0)
    store.revisions.add("1", "", "", {"d": 2}, onto=1)
    assert _drafts(store) == [1, 2]


def test_a_revision_takes_the_place_of_the_one_that_counts(store: Store) -> None:
    _added(store, 1)
    _added(store, 2)
    store.revisions.replace("1", "", "", {"d": 3}, 2)
    assert _drafts(store) == [1, 3]
    with pytest.raises(ChangedError):
        store.revisions.replace("1", "", "", {"d": 4}, 1)
    assert _drafts(store) == [1, 3]


def test_a_plan_is_kept_until_the_timeline_changes_and_then_only_that_there_was_one(
    store: Store,
) -> None:
    assert store.revisions.plan("1") is None
    store.revisions.set_plan("1", {"draft": {"d": 5}})
    assert store.revisions.plan("1") == {"draft": {"d": 5}}
    _added(store, 1)
    assert store.revisions.plan("1") == {"is_stale": True}
    store.revisions.set_plan("1", {"draft": {"d": 6}})
    store.revisions.step("1", -1)
    assert store.revisions.plan("1") == {"is_stale": True}
    store.revisions.set_plan("1", None)
    assert store.revisions.plan("1") is None
    assert store.revisions.step("1", 1) == 1


def test_a_plan_for_a_timeline_that_counts_no_more_is_refused(store: Store) -> None:
    store.revisions.set_plan("1", {"draft": {"d": 5}}, onto=0)
    _added(store, 1)
    with pytest.raises(ChangedError):
        store.revisions.set_plan("1", {"draft": {"d": 6}}, onto=0)
    assert store.revisions.plan("1") == {"is_stale": True}
    store.revisions.set_plan("1", {"draft": {"d": 7}}, onto=1)
    assert store.revisions.plan("1") == {"draft": {"d": 7}}


def test_sessions_have_their_own_and_they_outlive_the_process(store: Store, tmp_path: Path) -> None:
    _added(store, 1, 2)
    _added(store, 7, session_id="2")
    store.revisions.step("1", -1)
    again = Store(tmp_path / "home")
    try:
        assert (_drafts(again), _drafts(again, "2")) == ([1], [7])
        assert again.revisions.step("1", 1) == 1
    finally:
        again.close()


def test_they_go_with_their_session(store: Store) -> None:
    session = store.sessions.create("film", "en", "")
    _added(store, 1, session_id=session.session_id)
    store.sessions.delete(session.session_id)
    assert store.revisions.history(session.session_id) == ()


def test_the_timeline_before_the_first_edit_is_kept_whatever_comes_after(store: Store) -> None:
    assert store.revisions.first("1") is None
    store.revisions.add("1", "", "", {"d": 1}, before={"d": 0})
    store.revisions.add("1", "", "", {"d": 2}, before={"d": 1})
    store.revisions.step("1", -2)
    store.revisions.add("1", "", "", {"d": 3}, before={"d": 9})
    first = store.revisions.first("1")
    assert first
    assert first.draft == {"d": 0}
    assert _drafts(store) == [3]
