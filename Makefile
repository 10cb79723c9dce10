# Thin doors: every target runs commands that can be run by hand.

VENV ?= .venv
UV ?= uv
BIN := $(VENV)/bin
PINS := requirements/build.txt pyproject.toml .ci/venv
COMPILE := pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header
export VENV

.DEFAULT_GOAL := help
.PHONY: help demo test check servers bench bench-reading bench-lettering soak lock

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

demo: $(VENV)/demo.stamp ## Play the story of four weeks, then open the sandbox
	$(BIN)/collector-bot demo --story
	$(BIN)/collector-bot demo

test: check servers ## Everything that must hold: check, then all tests
	$(BIN)/pytest

check: $(VENV)/dev.stamp ## Style, types and doors; runs nothing of the product
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

servers:
	@if [ "$$(id -u)" = 0 ] && command -v dpkg-query >/dev/null; then .ci/servers; else \
	echo "The mail servers and the browser are not installed: that takes root on Debian."; fi

bench: $(VENV)/dev.stamp ## Measure; see bench/
	@set -e; for one in ledger files reading lettering_account lettering; do echo "bench/$$one.py"; $(BIN)/python "bench/$$one.py"; done

bench-reading: $(VENV)/dev.stamp ## Measure how well mails are read
	$(BIN)/python bench/reading.py

bench-lettering: $(VENV)/dev.stamp ## Measure how well payments are matched
	$(BIN)/python bench/lettering.py

soak: $(VENV)/dev.stamp ## The laws again, with twenty times the examples
	$(BIN)/pytest tests/properties tests/simulation --hypothesis-profile=soak --timeout=3600

lock: ## Pin again what pyproject.toml asks for, by hash
	$(UV) $(COMPILE) requirements/build.in -o requirements/build.txt
	$(UV) $(COMPILE) pyproject.toml -o requirements/runtime.txt
	$(UV) $(COMPILE) pyproject.toml --extra demo -o requirements/demo.txt
	$(UV) $(COMPILE) pyproject.toml --extra dev -o requirements/dev.txt

$(VENV)/demo.stamp: requirements/demo.txt $(PINS)
	@.ci/venv demo

$(VENV)/dev.stamp: requirements/dev.txt $(PINS)
	@.ci/venv dev
