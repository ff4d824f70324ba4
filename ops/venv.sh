#!/bin/sh
# Makes .venv with the packages of one requirements file: sh ops/venv.sh requirements/ops.txt
# Needs a Python 3.11-3.13. Brings pip along where Debian's Python comes without it, with root or without.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n%s\n' "$1" "$2" >&2; }

suits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }

find_python() {
    for python in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
        if suits "$python"; then echo "$python" && return; fi
    done
    say "没有找到 Python 3.11–3.13。Debian 12：apt-get install python3；或指定：make run PYTHON=/路径/python3.12" \
        "No Python 3.11-3.13 found. On Debian 12: apt-get install python3; or name one: make run PYTHON=/path/python3.12"
    return 1
}

# Debian splits pip and venv off from Python: fetch them as root, or unpack pip's own wheel without root.
bring_pip() {
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y python3-venv >/dev/null
        "$1" -m venv .venv
        return
    fi
    mkdir -p var/programs/pip
    (cd var/programs/pip && apt-get download -qq python3-pip-whl && dpkg-deb --extract python3-pip-whl_*.deb .)
    wheel=$(ls var/programs/pip/usr/share/python-wheels/pip-*.whl)
    "$1" -m venv --without-pip .venv
    .venv/bin/python "$wheel/pip" install --quiet --no-index "$wheel"
}

make_venv() {
    if [ -x .venv/bin/python ] && suits .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(find_python)
    rm -rf .venv
    "$python" -m venv .venv >/dev/null 2>&1 && return
    rm -rf .venv
    bring_pip "$python" && .venv/bin/python -m pip --version >/dev/null && return
    say "无法创建 Python 环境（.venv）。Debian：apt-get install python3-venv" \
        "The Python environment (.venv) cannot be made. On Debian: apt-get install python3-venv"
    return 1
}

make_venv
echo "正在安装依赖（只在 $1 变动后）…… Installing what $1 names" >&2
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
