#!/usr/bin/env bash
# Sets up everything the program and its tests need, in .venv beside this checkout. Quick when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

# Python itself; Qt; a screen for tests and pictures; letters of all scripts; what scans are read with. A laptop with a screen has most of them already.
PACKAGES=(ca-certificates python3 python3-venv
    libegl1 libgl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3
    xvfb xauth libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
    fonts-dejavu-core fonts-noto-cjk
    tesseract-ocr-{eng,deu,fra,spa,nld,por,ita,pol,rus,chi-sim,chi-tra,jpn,kor,osd})

system_packages() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 0
    local missing=() package
    for package in "${PACKAGES[@]}"; do
        # "t64" is the name the same library has in newer releases.
        [[ "$(dpkg-query -W -f='${Status}' "$package" "${package}t64" 2>/dev/null)" == *'install ok installed'* ]] ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" != 0 ]; then
        echo "Some system packages are missing. With them everything works; without them what can go on goes on:" >&2
        echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
        return 0
    fi
    echo "Installing system packages: ${missing[*]}" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
        >/dev/null || echo "apt-get could not install all of: ${missing[*]} - going on with what is there." >&2
}

find_python() {
    local name
    for name in python3.11 python3.12 python3.13 python3; do
        if command -v "$name" >/dev/null &&
            "$name" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2])' 2>/dev/null; then
            echo "$name"
            return 0
        fi
    done
    echo "Python 3.11 or newer with its venv module is needed." >&2
    return 1
}

stamp=.venv/ready
wanted=$(cat pyproject.toml constraints.txt tools/setup.sh | cksum)
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && exit 0

system_packages
if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    rm -rf .venv
    python=$(find_python)
    "$python" -m venv .venv
fi
echo "Installing Python packages into .venv (once)" >&2
.venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,ocr]'
echo "$wanted" >"$stamp"
