"""The shape of the package: who may import whom, and how modules are cut."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

SERVER = Path(__file__).parents[1] / "server"
PACKAGE = SERVER / "transcribe_video"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the top down: a module imports from lower rows only, and from its own room.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"services"},
    {"background", "direct"},
    {"foreground", "tools"},
    {"connect"},
    {"cloud"},
    {"backend", "client"},
    {"delivery", "interruption", "mishap", "terminal", "transcription", "viewer"},
    {"conversation", "documents", "handoff", "media", "speech"},
    {"manifest", "settings", "transcript", "wire"},
    {"records"},
    {"database"},
    {"durable", "frame_rate", "refusal", "skill", "timecode"},
    {"errors", "privacy"},
    {"__init__"},
)
# The rooms and modules that alone may import a library.
OWNERS = {
    "av": {"media"},
    "ctranslate2": {"speech"},
    "docx": {"documents"},
    "faster_whisper": {"speech"},
    "filelock": {"backend", "cloud", "speech"},
    "httpx": {"client"},
    "httpx2": {"speech"},
    "httpx_sse": {"client"},
    "huggingface_hub": set(),
    "imageio_ffmpeg": {"media"},
    "mcp": {"tools"},
    "mcp_types": {"tools"},
    "numpy": {"media", "speech"},
    "onnxruntime": {"speech"},
    "platformdirs": {"settings"},
    "python_multipart": {"backend"},
    "setproctitle": {"backend", "media"},
    "sse_starlette": set(),
    "starlette": {"backend"},
    "tokenizers": {"speech"},
    "tqdm": {"terminal"},
    "truststore": {"backend"},
    "uvicorn": {"backend"},
    "yaml": {"manifest", "skill"},
}
SPEAKERS = {"cli", "foreground", "interruption", "services", "terminal"}
NAMES_OF_NOTHING = {"base", "common", "core", "helper", "helpers", "misc", "util", "utils"}
LONGEST_MODULE = 400


def _room(path: Path) -> str:
    """The room that a module is in, or its own name if it is in none."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_tree(path)))


def _imports(path: Path) -> Iterator[str]:
    """The dotted names of all that a module imports, wherever in it, for types only or not."""
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _imported_rooms(path: Path) -> set[str]:
    own = (name.split(".") for name in _imports(path) if name.startswith("transcribe_video"))
    return {parts[1] if len(parts) > 1 else "__init__" for parts in own}


def _layer(room: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if room in layer)


def _calls(path: Path) -> set[str]:
    calls = (node.func for node in _nodes(path) if isinstance(node, ast.Call))
    return {func.id for func in calls if isinstance(func, ast.Name)}


def _other_than(rule: Callable[[Path], bool]) -> list[str]:
    """The modules that do not keep a rule."""
    return [str(path.relative_to(PACKAGE)) for path in MODULES if not rule(path)]


def test_every_room_and_module_has_its_place_in_the_layers() -> None:
    placed = [room for layer in LAYERS for room in layer]
    assert sorted(placed) == sorted({_room(path) for path in MODULES})


def test_imports_point_one_way() -> None:
    def keeps(path: Path) -> bool:
        room = _room(path)
        others = _imported_rooms(path) - {room}
        return not {other for other in others if _layer(other) <= _layer(room)}

    assert _other_than(keeps) == []


def test_a_library_is_imported_by_its_owner_only() -> None:
    def keeps(path: Path) -> bool:
        libraries = {name.split(".")[0] for name in _imports(path)}
        return all(_room(path) in OWNERS.get(name, {_room(path)}) for name in libraries)

    assert _other_than(keeps) == []


def test_a_module_is_short() -> None:
    def keeps(path: Path) -> bool:
        return len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE

    assert _other_than(keeps) == []


def test_a_module_says_what_it_is_for() -> None:
    assert _other_than(lambda path: bool(ast.get_docstring(_tree(path)))) == []


def test_a_module_is_named_after_a_thing() -> None:
    assert _other_than(lambda path: not NAMES_OF_NOTHING & {path.stem, path.parent.name}) == []


def test_only_the_command_line_prints() -> None:
    assert _other_than(lambda path: "print" not in _calls(path) or _room(path) in SPEAKERS) == []


def test_only_the_command_line_hands_the_environment_to_the_settings() -> None:
    def keeps(path: Path) -> bool:
        names = {node.attr for node in _nodes(path) if isinstance(node, ast.Attribute)}
        return not {"environ", "getenv"} & names or _room(path) == "cli"

    assert _other_than(keeps) == []


def test_the_folder_of_the_package_is_no_package() -> None:
    assert not (SERVER / "__init__.py").exists()
    assert [path.name for path in SERVER.iterdir() if path.is_dir()] == [PACKAGE.name]


def test_the_command_line_starts_without_a_media_speech_or_document_library() -> None:
    code = "import sys, transcribe_video.cli; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=20
    )
    heavy = {name for name in OWNERS if name not in {"platformdirs", "yaml"}}
    assert not heavy & set(ran.stdout.split())
