"""Names of states by language, read from data/names.yaml when a name is not known otherwise."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from icc_status.errors import RegistryError
from icc_status.loading import snapshot
from icc_status.loading.schema import NAMES_HEAD
from icc_status.model.names import LanguageNames
from icc_status.model.normalize import SHORT, is_code_like, key_and_fold
from icc_status.model.rewording import without_article

FILE = "names.yaml"


def names_of(where: Path, yaml: bytes) -> LanguageNames:
    """Return the names of a file with this content, from the snapshot beside it where that fits.

    Raises RegistryError where they are not in shape.
    """
    if held := snapshot.read(where, yaml):
        return LanguageNames(**held["data"])
    return build(in_shape(yaml))


def in_shape(yaml: bytes) -> Mapping[str, Any]:
    """Return the data of the names' text; raises RegistryError with its first fault."""
    from icc_status.loading import strict_yaml
    from icc_status.loading.conformity import field_faults

    try:
        found = strict_yaml.read(yaml.decode("utf-8"))
    except UnicodeDecodeError:
        raise RegistryError("not UTF-8 text") from None
    if not isinstance(found.data, dict):
        raise RegistryError("holds no names")
    if faults := field_faults(found, NAMES_HEAD):
        raise RegistryError(str(faults[0]))
    data: Mapping[str, Any] = found.data
    return data


def coded_names(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return each code with a name, of all languages, each pair once."""
    texts = (text for names in data["lists"] for text in names["names"].split("; "))
    pairs = (text.split(" ", 1) for text in dict.fromkeys(texts))
    return [(code, name) for code, name in pairs]


def build(data: Mapping[str, Any]) -> LanguageNames:
    """Return the codes that each name may mean, by its key, and what else is asked of names."""
    by_key: dict[str, list[str]] = {}
    by_fold: dict[str, list[str]] = {}
    of_codes = []
    for code, name in coded_names(data):
        if " " in name and all(map(is_code_like, name.split())):
            of_codes.append(key_and_fold(name)[0])
        for text in dict.fromkeys((name, without_article(name))):
            key, folded = key_and_fold(text)
            by_key.setdefault(key, []).append(code)
            if len(folded) <= SHORT and folded.isascii():
                by_fold.setdefault(folded, []).append(code)
    return LanguageNames(_once(by_key), _once(by_fold), of_codes)


def _once(codes: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: list(dict.fromkeys(some)) for name, some in codes.items()}


def compiled(yaml: bytes) -> dict[str, str]:
    """Return the snapshot of the names by the name of its file."""
    names = build(in_shape(yaml))
    return snapshot.whole(FILE, yaml, names._asdict())
