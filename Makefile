# Everything is one command; `make` alone lists them.
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python
SHELL := /bin/bash

.PHONY: help setup demo run test lint bench accuracy fuzz screenshots samples coverage clean

help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: ## Set everything up (the others do it by themselves)
	@tools/setup.sh

demo: setup ## The sample job from import to CSV, without a screen
	@$(PYTHON) main.py demo

run: setup ## Open the window; without a screen: the demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(PYTHON) main.py; \
	else \
		echo "There is no screen here, so this is the demo instead."; $(PYTHON) main.py demo; \
	fi

test: setup ## All tests, also against the installed wheel
	@tools/test.sh

lint: setup ## Format, lint, types, directions of imports
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

coverage: setup ## Branch coverage of the rooms that decide
	.venv/bin/coverage run -m pytest -q -p no:cacheprovider tests
	.venv/bin/coverage report

bench: setup ## Speed, as ratios measured side by side
	@$(PYTHON) -m benchmarks

accuracy: setup ## What is read and judged right, on labelled documents kept apart
	@$(PYTHON) -m tests.golden.accuracy --part kept

fuzz: setup ## Ten thousand spoiled files for the readers; goes on where it was stopped
	@mkdir -p build && $(PYTHON) -m tests.fuzz --state build/fuzz.json

screenshots: setup ## Pictures of the main screens, into docs/pictures
	@xvfb-run -a $(PYTHON) -m tools.screenshots

samples: setup ## Make the sample applications anew
	@$(PYTHON) -m tools.make_samples

clean: ## Remove what can be made again
	rm -rf .venv build dist demo-out .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
