# Two commands do everything on a machine with Python 3.11+ and make:
#   make demo   installs and transcribes the sample video into demo/
#   make test   installs and runs every check and test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := pyproject.toml SKILL.md manifest.yaml README.md

.PHONY: demo test lint format clean

demo: $(VENV)/.offline
	@$(BIN)/transcribe-video-to-text samples/inaugural_address.mp4 --direct -o demo

test: lint
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/.test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) demo build dist

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.offline: $(SOURCES) | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[offline]'
	@touch $@

$(VENV)/.test: $(SOURCES) | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[offline,test,benchmark]'
	@touch $@ $(VENV)/.offline
