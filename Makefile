# Every verb of the project. `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.SILENT:
.DEFAULT_GOAL := help

UV_VERSION := 0.13.9
UV = $(shell if uv --version >/dev/null 2>&1; then echo uv; else echo .tools/bin/uv; fi)
PYTHON := .venv/bin/python
ENGINE := engine/.venv/bin/python
export UV_PYTHON_PREFERENCE ?= system
export DUWTJE_HOME ?= $(CURDIR)/.duwtje

##@ Use
run: setup train ## set up everything and start Duwtje
	exec $(PYTHON) -m bot run

shell: setup ## chat in the terminal (with `make run` going in another)
	exec $(PYTHON) -m bot shell

seed: setup ## load the demo content again
	$(PYTHON) -m bot seed

##@ Build
setup: .venv/.ready engine/.venv/.ready ## make both environments from their lock files

train: engine/.venv/.ready ## fetch the Dutch pipeline and train the model, when their sources changed
	$(ENGINE) engine/install_spacy_model.py
	$(ENGINE) engine/train.py

widget: ## build the chat widget from its TypeScript source
	cd bot/widget && npm ci --silent --no-fund --no-audit && npm run --silent build

.tools/bin/uv:
	if uv --version >/dev/null 2>&1; then exit 0; fi
	python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Duwtje heeft python3 nodig, versie 3.11 of hoger. Installeer die eerst." >&2; exit 1; }
	echo "uv installeren ..."
	python3 -m venv .tools && .tools/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.ready: pyproject.toml uv.lock | .tools/bin/uv
	echo "Omgeving van het product maken (Python 3.12) ..."
	$(UV) sync --quiet --frozen --python 3.12 --compile-bytecode
	touch $@

engine/.venv/.ready: engine/pyproject.toml engine/uv.lock | .tools/bin/uv
	echo "Omgeving van Rasa maken (Python 3.10) ..."
	$(UV) sync --quiet --frozen --project engine --python 3.10 --compile-bytecode
	touch $@

##@ Check
test: setup train browser ## everything that must hold; the same in CI
	$(MAKE) --no-print-directory check
	$(PYTHON) -m pytest -n 2 --dist loadfile $(ARGS)

check: .venv/.ready ## style, types and container files, without running the product
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

browser: .venv/.ready ## find Chromium, or install it where that is allowed
	$(PYTHON) -m tests.browser --install

test-kill: .venv/.ready ## 10,000 nudges, 100 schedulers killed with nudges in hand, a Telegram that fails: nothing doubled, nothing lost
	$(PYTHON) -m bench.kill $(ARGS)

bench-dialogue: setup train ## measure turns beside a stock Rasa with the same content (an hour when that changed)
	$(PYTHON) -m bench.dialogue

bench-nlu: setup | .tools/bin/uv ## measure understanding beside stock Rasa (over an hour when examples changed; else ten minutes)
	$(UV) sync --quiet --frozen --project engine --group compare --python 3.10
	$(ENGINE) engine/install_spacy_model.py
	$(PYTHON) -m bench.nlu $(ARGS)

bench-nudges: .venv/.ready ## how fast nudges are planned and sent, beside one APScheduler job per person
	$(PYTHON) -m bench.nudges $(ARGS)

bench-search: .venv/.ready ## measure search beside SQLite and PostgreSQL at three sizes
	$(PYTHON) -m bench.search

bench-import: .venv/.ready ## measure reading 1 GB in each format, and importing 100,000 courses
	$(PYTHON) -m bench.reading
	$(PYTHON) -m bench.imports

clean: ## remove environments, models and state of this machine
	rm -rf .venv .tools engine/.venv .duwtje bot/widget/node_modules

help: ## list the verbs
	awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

.PHONY: run shell seed setup train widget test check browser test-kill bench-nlu bench-nudges bench-dialogue bench-search bench-import clean help
