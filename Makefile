# Two commands on a fresh machine: `make demo`, `make test`. Everything goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check check-all format lint types layers golden evaluate bench clean

$(BIN)/.ready: pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "No $(PYTHON) found: install Python 3.11 or newer, or name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.'
	@touch $@

$(BIN)/.ready-dev: $(BIN)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: $(BIN)/.ready
	$(BIN)/corroborate demo

test: $(BIN)/.ready-dev
	$(BIN)/pytest -m 'not slow'

format: $(BIN)/.ready-dev
	$(BIN)/ruff format src tests benchmarks evaluation corpus gazetteer

lint: $(BIN)/.ready-dev
	$(BIN)/ruff format --check src tests benchmarks evaluation corpus gazetteer
	$(BIN)/ruff check src tests benchmarks evaluation corpus gazetteer

types: $(BIN)/.ready-dev
	$(BIN)/mypy

layers: $(BIN)/.ready-dev
	$(BIN)/lint-imports

# Writes the outputs that tests compare to the letter; read the difference before committing it.
golden: $(BIN)/.ready-dev
	CORROBORATE_GOLDEN=write $(BIN)/pytest tests/cli tests/docs

# The program beside ledgers made by hand, as one table.
evaluate: $(BIN)/.ready-dev
	$(BIN)/python -m evaluation.compare tests/contracts/example tests/stories/bus_station --articles src/corroborate/data/samples/bus-station

bench: $(BIN)/.ready-dev
	$(BIN)/python benchmarks/bench_read.py
	$(BIN)/python benchmarks/bench_add.py

check: lint types layers test

check-all: lint types layers $(BIN)/.ready-dev
	$(BIN)/pytest

clean:
	rm -rf .venv build dist src/*.egg-info
