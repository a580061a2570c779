#!/bin/sh
# See that a PostgreSQL server is there for the tests that want a real one: the machine's, else Debian's package.
# Without one these tests are skipped, and say so; nothing else needs it.
set -u

found() {
    command -v postgres >/dev/null 2>&1 && command -v initdb >/dev/null 2>&1 && return 0
    for folder in /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin; do
        [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ] && return 0
    done
    return 1
}

if found; then exit 0; fi
echo "No PostgreSQL server found; trying the system's packages ..."
run=""
if [ "$(id -u)" -ne 0 ]; then run="sudo -n"; fi
if command -v apt-get >/dev/null 2>&1; then
    $run apt-get update -qq
    $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null \
        && found && exit 0
fi
echo "Could not install PostgreSQL; the tests that want a real server will be skipped." >&2
exit 0
