"""Put the snapshot of the data files into the wheel. A file with a fault stops the build."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FILES = ("states.yaml", "situations.yaml", "codes.yaml", "names.yaml")


class SnapshotHook(BuildHookInterface):  # type: ignore[type-arg]
    """Check the data files and compile them; an editable install reads the YAML itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the snapshot's files to what the wheel holds."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from icc_status.loading import names as names_reader
        from icc_status.loading import registry as registry_reader
        from icc_status.loading import situations as situations_reader
        from icc_status.loading import snapshot
        from icc_status.validation.files import report

        states, situations, codes, names = (Path(self.root, "data", name) for name in FILES)
        yaml = states.read_bytes()
        data = registry_reader.in_shape(yaml)
        registry = registry_reader.build(data)
        for path in (states, situations, codes, names):
            faults = report(registry_reader.read_text(path), lambda: registry).faults
            if faults:
                raise SystemExit("\n".join(f"{path}: {fault}" for fault in faults))
        files = snapshot.compiled(yaml, names.read_bytes(), data, registry)
        yaml = situations.read_bytes()
        files |= snapshot.whole(situations.name, yaml, situations_reader.in_shape(yaml))
        files |= names_reader.compiled(names.read_bytes())
        self.folder = TemporaryDirectory()
        for name, text in files.items():
            path = Path(self.folder.name, name)
            path.write_text(text, encoding="utf-8")
            build_data["force_include"][str(path)] = f"icc_status/data/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the files from which the wheel was made."""
        if version != "editable":
            self.folder.cleanup()
