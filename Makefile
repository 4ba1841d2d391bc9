# `make run` and `make test` are all that a fresh machine needs: each makes the virtual environment first.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
REPORTS ?= ../shared/reports
OUT ?= out

.PHONY: run test check figures train benchmark fuzz clean

run: $(VENV)/run  ## tag the bundled sample reports, and write a page to open; says where they are
	$(BIN)/yosnlp tag corpus/sample --out $(OUT)
	$(BIN)/yosnlp report $(OUT) --to report.html

test: check  ## lint, types, import contract and all tests

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

WORK ?= build/held_out

train: $(VENV)/train  ## train the shipped models again; on one core it takes some three hours
	$(BIN)/python -m training.encoder models/encoder
	$(BIN)/python -m training.zero_shot
	$(BIN)/python -m training.held_out $(REPORTS) $(WORK)
	$(BIN)/python -m training.accurate $(REPORTS) models/accurate
	$(BIN)/python -m training.fast $(REPORTS) models/fast
	$(BIN)/python -m training.search

figures: $(VENV)/train  ## measure again what evaluation/results, the README and the models' cards say
	$(BIN)/python -m evaluation $(REPORTS) $(WORK)

benchmark: $(VENV)/benchmark  ## time of the whole run beside the plain stack's, and growth on texts made to be slow
	$(BIN)/python -m benchmarks.plain_stack $(REPORTS)
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.modes $(REPORTS)
	$(BIN)/python -m benchmarks.across_reports
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.adding

INPUTS ?= 20000
FORMATS ?= text markdown html pdf docx odt rtf zip

fuzz: $(VENV)/dev  ## bad files of every format by the thousand, and a batch of 1,000 files with bad ones that is stopped
	$(BIN)/python -m tests.harm corpus/sample $(addprefix --format ,$(FORMATS)) --inputs $(INPUTS)
	$(BIN)/python -m benchmarks.batch

$(VENV)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	@touch $@

$(VENV)/run: $(VENV)/python pyproject.toml
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/dev: $(VENV)/python pyproject.toml
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

$(VENV)/train: $(VENV)/dev
	$(BIN)/pip install --quiet --editable '.[train]'
	@touch $@

$(VENV)/benchmark: $(VENV)/dev
	$(BIN)/pip install --quiet --editable '.[benchmark]'
	@touch $@

clean:
	rm -rf $(VENV) $(OUT) report.html
