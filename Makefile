# The first two targets make .venv and install all that they need on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test bench lint format clean

$(STAMP): pyproject.toml constraints.txt
	@echo "Setting up $(VENV) (a minute or two, once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[render,evidence,ocr,postgres,dev]"
	@touch $@

$(VENV)/.browser: $(STAMP)
	@sh scripts/browser.sh $(BIN)/python
	@touch $@

demo: $(VENV)/.browser
	@$(BIN)/python -m monitor demo

test: $(VENV)/.browser
	@sh scripts/postgres.sh
	@$(BIN)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder $(ARGS)

bench: $(VENV)/.browser
	@$(BIN)/python -m benchmarks

lint: $(STAMP)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(STAMP)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV)
