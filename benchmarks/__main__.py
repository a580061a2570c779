"""Every benchmark in turn, each in a process of its own: `python -m benchmarks`."""

import pkgutil
import subprocess
import sys
from pathlib import Path


def main() -> None:
    """Run all modules beside this one whose names do not start with an underscore."""
    failed = []
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name.startswith("_"):
            continue
        print(f"== {module.name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{module.name}"], check=False).returncode:
            failed.append(module.name)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
