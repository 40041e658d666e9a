#!/usr/bin/env bash
# All tests on the checkout, then those that do not need it on the installed wheel, away from the checkout.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
python=$checkout/.venv/bin/python
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}

$python -m pytest -q -n 2 --dist loadfile --cov --cov-report= tests
.venv/bin/coverage report

wheel=$(mktemp -d)
trap 'rm -rf "$wheel"' EXIT
$python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir "$wheel" "$checkout"
$python -m pip install --quiet --disable-pip-version-check --no-deps --target "$wheel/site" "$wheel"/*.whl
cp -r tests "$wheel/tests"
cp pyproject.toml "$wheel"
cd "$wheel"
SCREENER_WHEEL=$wheel/site PYTHONPATH=$wheel/site $python -m pytest -q -n 2 --dist loadfile -p no:cacheprovider \
    tests/integration tests/gui
