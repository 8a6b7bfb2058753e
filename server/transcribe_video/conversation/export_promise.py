"""A question whether a plan shall be carried out, behind which a file is to be made."""

_THEN = {
    "en": (" Then it is exported.", " Then it is exported: “{name}”."),
    "zh": ("之后会导出。", "之后会导出：“{name}”。"),
}


def with_export_promise(question: str, language: str, name: str = "") -> str:
    """The question, and that the file follows.

    Args:
        question: whether it shall be done.
        language: of it, ``en`` or ``zh``.
        name: of the file, or its place; empty if none was said.
    """
    return question + _THEN[language][bool(name)].format(name=name)
