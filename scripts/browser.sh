#!/bin/sh
# Make sure that a Chromium is there for pages that need JavaScript: the system's, else Playwright's, else Debian's.
# usage: browser.sh PYTHON
set -u
python=$1

found() { "$python" -c 'import sys; from monitor.chromium import find_chromium; sys.exit(0 if find_chromium() else 1)'; }

if found; then exit 0; fi
echo "No Chromium found; trying Playwright's own download ..."
if "$python" -m playwright install chromium && found; then exit 0; fi
echo "Playwright's download failed; trying the system's packages ..."
run=""
if [ "$(id -u)" -ne 0 ]; then run="sudo -n"; fi
if command -v apt-get >/dev/null 2>&1; then
    $run apt-get update -qq && $run apt-get install -y -qq --no-install-recommends chromium && found && exit 0
fi
echo "Could not install Chromium. Install it by hand, or set MONITOR_CHROMIUM to its path; pages that only" >&2
echo "JavaScript fills cannot be read until then." >&2
exit 1
