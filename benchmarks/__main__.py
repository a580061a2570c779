"""The benchmarks, each in a process of its own: all of them, or those that are named."""

import argparse
import pkgutil
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Run the named modules beside this one, or all whose names do not start with an underscore."""
    names = [one.name for one in pkgutil.iter_modules([str(Path(__file__).parent)]) if not one.name.startswith("_")]
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Run the benchmarks; all take a long while."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of: {', '.join(names)}")
    chosen = parser.parse_args().names
    if unknown := [name for name in chosen if name not in names]:
        parser.error(f"there is no benchmark {unknown[0]}; there are: {', '.join(names)}")
    failed = []
    for name in chosen or names:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode:
            failed.append(name)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
