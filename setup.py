"""The one thing that pyproject.toml cannot say: which modules of the root stay out of the package."""

from setuptools import setup
from setuptools.command.build_py import build_py

SCRIPTS = {("policygraph", "dev"), ("policygraph", "setup")}


class BuildPackage(build_py):
    """The repository's root is the package, but its scripts are no part of it."""

    def find_package_modules(self, package: str, package_dir: str) -> list[tuple[str, str, str]]:
        """Every module of a package as (package, module, file)."""
        modules: list[tuple[str, str, str]] = super().find_package_modules(package, package_dir)
        return [found for found in modules if found[:2] not in SCRIPTS]


setup(cmdclass={"build_py": BuildPackage})
