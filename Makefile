# Two commands on a fresh machine: `make demo`, `make test`. Everything goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check check-all format lint types layers golden evaluate gate corpus bench clean

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
	$(BIN)/ruff format src tests benchmarks evaluation corpus training gazetteer

lint: $(BIN)/.ready-dev
	$(BIN)/ruff format --check src tests benchmarks evaluation corpus training gazetteer
	$(BIN)/ruff check src tests benchmarks evaluation corpus training gazetteer

types: $(BIN)/.ready-dev
	$(BIN)/mypy

layers: $(BIN)/.ready-dev
	$(BIN)/lint-imports

# Writes the outputs that tests compare to the letter; read the difference before committing it.
golden: $(BIN)/.ready-dev
	CORROBORATE_GOLDEN=write $(BIN)/pytest tests/cli tests/docs

# The program on the corpus' dev stories, as one table, and every figure in evaluation/results.json; or, with
# DATA="FILE_OR_FOLDER ...", its readings of plain records of your own.
evaluate: $(BIN)/.ready-dev
	$(BIN)/python -m evaluation $(if $(DATA),--data $(DATA),--json evaluation/results.json)

# No measure may fall below evaluation/floors.json.
gate: $(BIN)/.ready-dev
	$(BIN)/python -m evaluation.gate

# Every story of the corpus is sound in form and by the contract.
corpus: $(BIN)/.ready-dev
	$(BIN)/python -m corpus.check

bench: $(BIN)/.ready-dev
	$(BIN)/python benchmarks/bench_read.py
	$(BIN)/python benchmarks/bench_add.py

check: lint types layers corpus test gate

check-all: lint types layers corpus $(BIN)/.ready-dev
	$(BIN)/pytest
	$(BIN)/python -m evaluation.gate

clean:
	rm -rf .venv build dist src/*.egg-info
