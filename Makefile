# Everything runs in an environment of its own, made on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL = $(BIN)/pip install --quiet --disable-pip-version-check $(PIP_FLAGS)
# A process of one thread for each core; the tests of one file stay together and share what they build.
PYTEST = OMP_NUM_THREADS=1 $(BIN)/pytest --numprocesses auto --dist loadfile $(if $(UNTIL),--until $(UNTIL)) $(TESTS)

.PHONY: demo test slow check lint types clean

demo: $(BIN)/summarize
	$(BIN)/summarize samples/justice-courts.txt

test: $(BIN)/pytest
	$(PYTEST)

slow: $(BIN)/pytest
	$(INSTALL) -e ".[ray]"
	$(PYTEST) -m slow

check: lint types

lint: $(BIN)/pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/pytest
	$(BIN)/mypy

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(BIN)/summarize: pyproject.toml | $(BIN)/python
	$(INSTALL) -e .
	@touch $@

$(BIN)/pytest: pyproject.toml | $(BIN)/python
	$(INSTALL) -e ".[dev]"
	@touch $(BIN)/summarize $@

clean:
	rm -rf $(VENV)
