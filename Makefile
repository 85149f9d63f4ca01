# `make` alone explains itself. Two commands are all a fresh machine needs: `make serve` and `make test`.
# Everything is installed into .venv; a second run installs nothing and needs no network.

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
NAME := $(word 2,$(MAKECMDGOALS))
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help serve test check assets docs evaluate prove model wheel requirements clean

help: ## Say what each command does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(READY) assets ## Serve the pages on 127.0.0.1:8000 (nothing is stored)
	@$(BIN)/cllr serve

test: $(READY) assets ## Run every test, in a real Chromium too; say what was skipped and why
	@$(BIN)/python tools/chromium.py --install-if-possible
	@$(BIN)/python -m pytest

check: $(READY) ## Style, types, floors, shape, generated pages unchanged, proofs up to date
	@$(BIN)/ruff format --check src tests tools benchmarks
	@$(BIN)/ruff check src tests tools benchmarks
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -q tests/test_shape.py
	@$(BIN)/python -m tools.docs --check
	@$(BIN)/python -m tools.prove --check

assets: $(READY) ## Build the style sheet and script of the pages, and work out the data
	@$(BIN)/python tools/assets.py
	@$(BIN)/python -m tools.build_data

docs: $(READY) ## Write the generated pages of docs/ again
	@$(BIN)/python -m tools.docs

evaluate: $(READY) ## Score the checker on the labelled posts, beside the ceiling of its detectors
	@$(BIN)/python -m tools.evaluate

prove: $(READY) ## List the proofs; `make prove NAME` runs one at full size
	@$(BIN)/python -m tools.prove $(NAME)

model: $(READY) ## Train the model behind the rules again, in an environment of its own
	@$(PYTHON) -m venv .cache/train
	@.cache/train/bin/python -m pip install -q --require-hashes -r requirements/dev.txt
	@.cache/train/bin/python -m pip install -q --require-hashes -r requirements/model.txt
	@.cache/train/bin/python -m pip install -q --no-deps --no-build-isolation -e .
	@.cache/train/bin/python -m tools.train_backing

wheel: $(READY) assets ## Build the wheel, style sheet included, into dist/
	@$(BIN)/python -m hatchling build -t wheel

requirements: ## Pin what pyproject.toml asks for (needs uv)
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--extra server --extra dev pyproject.toml -o requirements/dev.txt
	@echo 'scikit-learn>=1.6' | uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		- -o requirements/model.txt
	@sed -i '1i # Made by `make requirements`; hashes, no index. For `make model` alone.' requirements/model.txt
	@sed -i '1i # Made by `make requirements` from pyproject.toml; hashes, no index. Installed with --require-hashes.' requirements/dev.txt

clean: ## Remove what was built, the environment too
	@rm -rf $(VENV) node_modules dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
		src/cllr/web/static/cllr/built

# A proof's name is the second word of `make prove NAME`; it is no target of its own.
ifeq (prove,$(firstword $(MAKECMDGOALS)))
$(NAME):
	@:
endif

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "cllr needs Python 3.11 or later; name one with PYTHON=python3.12")'
	@echo "Setting up $(VENV)"
	@if command -v uv >/dev/null 2>&1; then \
		uv venv -q --clear --python "$$(command -v $(PYTHON))" $(VENV) && \
		uv pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt && \
		uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		$(PYTHON) -m venv --clear $(VENV) && \
		$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.txt && \
		$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e . ; \
	fi
	@touch $(READY)
