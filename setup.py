"""What pyproject.toml cannot say of a root that is itself the package.

Its folders are packages under another name, found here so that a new question is a new folder and no line
elsewhere; and its scripts stay out.
"""

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

OUTSIDE = ("tests", "tests.*", "benchmarks", "benchmarks.*", "docs", "docs.*", "examples", "examples.*")
SCRIPTS = {("policygraph", "dev"), ("policygraph", "setup")}


class BuildPackage(build_py):
    """The repository's root is the package, but its scripts are no part of it."""

    def find_package_modules(self, package: str, package_dir: str) -> list[tuple[str, str, str]]:
        """Every module of a package as (package, module, file)."""
        modules: list[tuple[str, str, str]] = super().find_package_modules(package, package_dir)
        return [found for found in modules if found[:2] not in SCRIPTS]


packages = ["policygraph", *(f"policygraph.{found}" for found in find_packages(exclude=OUTSIDE))]
setup(packages=packages, cmdclass={"build_py": BuildPackage})
