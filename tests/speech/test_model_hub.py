"""A model that is on no disk comes from the hub, checked and in one piece."""

from dataclasses import replace
from pathlib import Path

import pytest

from speech.hub_stand_in import HubStandIn
from speech.toy_model import CATALOGUE, CONTENTS, TOY, TOY_BYTES, TOY_DIGEST, contents_of
from transcribe_video.errors import ConfigurationError, ModelError
from transcribe_video.manifest import Timeouts
from transcribe_video.settings import Settings
from transcribe_video.speech.models.finder import find_model
from transcribe_video.speech.models.hub import Hub
from transcribe_video.speech.models.model import Model
from transcribe_video.speech.models.progress import Progress, Step, unheard
from transcribe_video.speech.models.store import Store

SMALL_FILES = [len(content) for name, content in CONTENTS.items() if name != "model.bin"]
HALF = 1 << 20


@pytest.fixture
def settings(tmp_path: Path, hub: HubStandIn) -> Settings:
    return Settings(home=tmp_path / "home", model="toy", hub_url=hub.url)


def test_the_files_of_the_pinned_revision_are_fetched(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    model = find_model(settings, timeouts, catalogue=CATALOGUE)

    assert model == Model("toy", settings.models / "toy", TOY_DIGEST)
    assert contents_of(model.folder) == CONTENTS
    asked = [path for _, path, _ in hub.behaviour.requests if not path.startswith("/cdn/")]
    assert asked == [f"/somebody/toy-whisper/resolve/{TOY.revision}/{name}" for name in CONTENTS]
    assert hub.behaviour.served_bytes == TOY_BYTES


def test_once_a_model_is_there_the_hub_is_not_asked(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    first = find_model(settings, timeouts, catalogue=CATALOGUE)
    hub.behaviour.requests.clear()

    assert find_model(settings, timeouts, catalogue=CATALOGUE) == first
    assert hub.behaviour.requests == []


def test_nothing_of_the_users_is_sent(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")

    find_model(settings, timeouts, catalogue=CATALOGUE)

    names = {name for headers in hub.behaviour.headers for name in headers}
    assert names <= {"host", "accept", "accept-encoding", "connection", "range", "user-agent"}
    agents = {headers["user-agent"] for headers in hub.behaviour.headers}
    assert agents == {"transcribe-video-to-text"}


def test_fetching_reports_how_far_it_is(settings: Settings, timeouts: Timeouts) -> None:
    reports: list[Progress] = []

    find_model(settings, timeouts, reports.append, CATALOGUE)

    done = [report.done_bytes for report in reports]
    assert done == sorted(done)
    assert len(done) > len(CONTENTS) + 2
    assert reports[-1] == Progress(Step.FETCHING, "toy", TOY_BYTES, TOY_BYTES)


def test_a_transfer_that_breaks_twice_goes_on_where_it_broke(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    hub.behaviour.contents = {**CONTENTS}
    hub.behaviour.break_after = [*SMALL_FILES, HALF, HALF]
    patient = Hub(hub.url, timeouts, retry_waits_s=(0,))

    model = Store(settings.models, TOY).install(patient, unheard)

    ranges = [asked for _, path, asked in hub.behaviour.requests if path.startswith("/cdn/")]
    assert ranges == [None, f"bytes={HALF}-", f"bytes={2 * HALF}-"]
    assert contents_of(model.folder) == CONTENTS
    assert hub.behaviour.served_bytes == TOY_BYTES


def test_a_later_run_goes_on_where_a_broken_one_ended(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    hub.behaviour.break_after = [*SMALL_FILES, HALF]
    impatient = Hub(hub.url, timeouts, retry_waits_s=())
    with pytest.raises(ModelError, match=r"broke off\. .*; what has arrived is kept\."):
        Store(settings.models, TOY).install(impatient, unheard)
    assert not (settings.models / "toy").exists()
    reports: list[Progress] = []

    model = find_model(settings, timeouts, reports.append, CATALOGUE)

    assert contents_of(model.folder) == CONTENTS
    assert hub.behaviour.served_bytes == TOY_BYTES
    assert reports[0].done_bytes > HALF
    assert {path.name for path in settings.models.iterdir()} <= {"toy", "toy.lock"}


def test_a_server_that_knows_no_ranges_sends_the_file_again(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    hub.behaviour.ranges = False
    hub.behaviour.break_after = [*SMALL_FILES, HALF]
    patient = Hub(hub.url, timeouts, retry_waits_s=(0,))

    model = Store(settings.models, TOY).install(patient, unheard)

    assert contents_of(model.folder) == CONTENTS
    assert hub.behaviour.served_bytes == TOY_BYTES + HALF


def test_a_transfer_that_never_works_is_given_up(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    hub.behaviour.break_after = [0] * 10
    patient = Hub(hub.url, timeouts, retry_waits_s=(0, 0))

    with pytest.raises(ModelError, match="the connection to it broke off"):
        Store(settings.models, TOY).install(patient, unheard)

    assert len(hub.behaviour.requests) == 1


def test_a_line_that_goes_dead_is_tried_a_few_times(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    hub.behaviour.break_after = [*SMALL_FILES, HALF, *[0] * 10]
    patient = Hub(hub.url, timeouts, retry_waits_s=(0, 0))

    with pytest.raises(ModelError, match="the connection to it broke off"):
        Store(settings.models, TOY).install(patient, unheard)

    assert sum(path.startswith("/cdn/") for _, path, _ in hub.behaviour.requests) == 3


@pytest.mark.parametrize(
    ("too_much", "served_bytes"), [(b"", sum(SMALL_FILES)), (b"more", TOY_BYTES)]
)
def test_a_part_that_is_whole_is_used_and_one_too_long_is_fetched_anew(
    too_much: bytes, served_bytes: int, settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    part = settings.models / f".toy@{TOY.revision[:12]}" / "model.bin.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(CONTENTS["model.bin"] + too_much)

    model = find_model(settings, timeouts, catalogue=CATALOGUE)

    assert contents_of(model.folder) == CONTENTS
    assert hub.behaviour.served_bytes == served_bytes


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "vocabulary.txt", "model.bin"])
def test_a_file_that_is_not_the_published_one_is_refused_and_not_kept(
    name: str, settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    forged = bytes(len(CONTENTS[name]))
    hub.behaviour.contents = {**CONTENTS, name: forged}

    with pytest.raises(ModelError, match=f"not what was published: {name} is not the published"):
        find_model(settings, timeouts, catalogue=CATALOGUE)
    assert not (settings.models / "toy").exists()

    hub.behaviour.contents = CONTENTS
    assert find_model(settings, timeouts, catalogue=CATALOGUE).digest == TOY_DIGEST


def test_a_login_page_in_place_of_a_file_is_refused(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    hub.behaviour.contents = {**CONTENTS, "extra_config.json": b"<html>Welcome to our WiFi</html>"}

    with pytest.raises(ModelError, match=r"extra_config\.json is not JSON"):
        find_model(settings, timeouts, catalogue=CATALOGUE)


@pytest.mark.parametrize("name", ["extra_config.json", "vocabulary.txt"])
def test_a_file_without_end_is_cut_off(
    name: str, settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    hub.behaviour.contents = {**CONTENTS, name: bytes(32 << 20)}

    with pytest.raises(ModelError, match=f"{name} is longer than"):
        find_model(settings, timeouts, catalogue=CATALOGUE)

    assert hub.behaviour.served_bytes < 32 << 20


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, r"it wants a login for this model \(HTTP 401\)"),
        (403, r"it refuses access to this model \(HTTP 403\)"),
        (404, r"it does not have this model \(HTTP 404\)"),
        (503, r"it is out of order at the moment \(HTTP 503\)"),
    ],
)
def test_a_refusal_is_said_at_once_with_the_ways_out(
    status: int, why: str, settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    hub.behaviour.status = status

    with pytest.raises(ModelError, match=rf"from 127\.0\.0\.1: {why}\. .*pip install") as refused:
        find_model(settings, timeouts, catalogue=CATALOGUE)

    assert "set TRANSCRIBE_VIDEO_MODEL to a folder" in str(refused.value)
    assert len(hub.behaviour.requests) == 1


@pytest.mark.parametrize("silent_after", [0, 1 << 14])
def test_a_hub_that_falls_silent_is_not_waited_for(
    silent_after: int, settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    hub.behaviour.silent_after = silent_after
    short = timeouts.model_copy(update={"hub_read_s": 0.2})
    hasty = Hub(hub.url, short, retry_waits_s=(0,))

    with pytest.raises(ModelError, match="it did not answer in time"):
        Store(settings.models, TOY).install(hasty, unheard)


def test_a_hub_that_is_not_there_is_said_at_once(settings: Settings, timeouts: Timeouts) -> None:
    settings = replace(settings, hub_url="http://127.0.0.1:1")

    with pytest.raises(ModelError, match="it cannot be reached"):
        find_model(settings, timeouts, catalogue=CATALOGUE)


@pytest.mark.parametrize("address", ["huggingface.co", "ftp://hub", "https://", "http://[::"])
def test_an_address_that_is_none_is_a_setting_to_mend(
    address: str, settings: Settings, timeouts: Timeouts
) -> None:
    with pytest.raises(ConfigurationError, match="Check HF_ENDPOINT"):
        find_model(replace(settings, hub_url=address), timeouts, catalogue=CATALOGUE)


def test_a_hub_that_is_forbidden_is_not_asked(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE forbids"):
        find_model(replace(settings, hub_allowed=False), timeouts, catalogue=CATALOGUE)

    assert hub.behaviour.requests == []


def test_a_damaged_model_is_fetched_again(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    folder = find_model(settings, timeouts, catalogue=CATALOGUE).folder
    (folder / "model.bin").write_bytes(b"damaged")

    assert find_model(settings, timeouts, catalogue=CATALOGUE).digest == TOY_DIGEST
    assert contents_of(folder) == CONTENTS


def test_a_damaged_model_that_cannot_be_fetched_again_is_left_and_named(
    settings: Settings, timeouts: Timeouts, hub: HubStandIn
) -> None:
    folder = find_model(settings, timeouts, catalogue=CATALOGUE).folder
    (folder / "model.bin").write_bytes(b"damaged")
    hub.behaviour.status = 503

    with pytest.raises(ModelError, match="is damaged, and no other could be had: it is out of"):
        find_model(settings, timeouts, catalogue=CATALOGUE)

    assert set(contents_of(folder)) == set(CONTENTS)
