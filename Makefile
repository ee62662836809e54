# Everything starts here. A machine needs Python 3.11 with venv, make and git; the rest is set up by the first target.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: run sandbox test test-faults lint format types check bench audit system clean

run: $(READY)  ## the bot; without a token the sandbox with the sample case
	@if [ -n "$$ROUNDTABLE_TELEGRAM__TOKEN" ] || [ -f config.toml ]; then \
		$(BIN)/roundtable run; \
	else \
		$(BIN)/roundtable sandbox; \
	fi

sandbox: $(READY)
	@$(BIN)/roundtable sandbox

test: $(READY)  ## everything that this machine can run; the rest is skipped with its reason
	@$(BIN)/pytest -n 2 --dist worksteal -rs

test-faults: $(READY)  ## kills, breaks and random walks: many minutes, so `make test` tries only some of them
	@$(BIN)/pytest -m faults -n 2 --dist worksteal -rs

lint: $(READY)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

format: $(READY)
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

types: $(READY)
	@$(BIN)/mypy

check: lint types test

bench: $(READY)  ## the costs, each as a ratio in one run
	@$(BIN)/python -m bench

audit:  ## known weaknesses of the pinned versions; wants the network
	@test -x .audit/bin/pip-audit || ($(PYTHON) -m venv .audit && .audit/bin/pip install --quiet pip-audit)
	@.audit/bin/pip-audit --no-deps --disable-pip --requirement constraints.txt

system:  ## as root, on Debian: what some tests want besides
	apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core \
		nginx-light redis-server

$(READY): pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

clean:
	rm -rf .venv .audit build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
