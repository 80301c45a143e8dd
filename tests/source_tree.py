"""The program's modules and what each imports, for the tests of the house."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "icc_status"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
"""Each module by its name inside the package."""


def imports(name: str) -> set[str]:
    """Return every module that a module imports, by its full name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "icc_status":
            found |= {f"icc_status.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def own_imports(name: str) -> set[str]:
    """Return the modules of this package that a module imports."""
    return {module.removeprefix("icc_status.") for module in imports(name)} & MODULES.keys()


def libraries(name: str) -> set[str]:
    """Return the packages that a module imports, without this one."""
    return {module.split(".")[0] for module in imports(name)} - {"icc_status"}
