# Guichet: `make demo` and `make test` need git, make and Python 3.11 or newer with venv; nothing else.
# The locks pin every package by name, version and hash; pip takes them from the index you have set for it.

MAKEFLAGS += --no-print-directory
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

# The first Python that is recent enough and can make an environment; PYTHON=/path/to/python chooses another.
GOOD_PYTHON := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
ifndef PYTHON
PYTHON = $(shell for p in python3.13 python3.12 python3.11 python3; do \
	"$$p" -c '$(GOOD_PYTHON)' >/dev/null 2>&1 && echo "$$p" && break; done)
endif
NO_PYTHON := Guichet needs Python 3.11 or newer with its venv module. On Debian, as root, type: apt-get install python3-venv

# The tests wait for servers half of the time: one process more than there are cores, and no more than eight.
PROCESSES = $(shell n=$$(nproc 2>/dev/null || echo 2); [ "$$n" -lt 8 ] && echo $$((n + 1)) || echo 8)

.PHONY: help demo test test-kill bench-understanding bench-mail bench-places bench-pool bench-telegram check servers lock clean

help: ## these lines
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-20s %s\n", $$1, $$2 }' Makefile

demo: $(READY) ## the whole story on a throw-away database, then talk to it yourself
	@$(BIN)/guichet demo

test: check ## the checks and the tests; those on Dovecot, Postfix and PostgreSQL run when these are installed
	@$(BIN)/python -m pytest -rs -m "not kill" --numprocesses $(PROCESSES) --dist worksteal

test-kill: $(READY_DEV) ## the process is killed while messages arrive: nothing is lost, nothing is done twice
	@$(BIN)/python -m pytest -rs -m kill

bench-understanding: $(READY_DEV) ## how well and how fast messages are understood; writes docs/bench-understanding.md
	@$(BIN)/python -m bench.understanding

check: $(READY_DEV) ## ruff, mypy --strict and the floors
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench-mail: $(READY_DEV) ## how well letters are read, beside other libraries, and letters made to harm; writes docs/bench-mail.md
	@$(BIN)/python -m bench.letters

bench-places: $(READY) ## how well communes are found by misspelt names: prints the table, writes docs/bench-places.md
	@$(BIN)/python -m bench.places

bench-pool: $(READY) ## a hundred thousand employers read in, a million offers in the pool; writes docs/bench-pool.md
	@$(BIN)/python -m bench.pool

bench-telegram: $(READY_DEV) ## how fast the bot is, beside two that only echo; writes docs/bench-telegram.md
	@$(BIN)/python -c 'import aiosqlite' 2>/dev/null || $(PIP) install --quiet 'aiosqlite>=0.22'
	@$(BIN)/python -m bench.telegram

servers: ## installs Dovecot, Postfix and PostgreSQL for the tests, starting none (as root)
	@.ci/servers

lock: $(READY_DEV) ## resolves the locks anew after a change in pyproject.toml; UPGRADE=1 takes newer versions
	@$(call resolve,requirements-dev.lock,--extra dev --extra build)
	@$(call resolve,requirements.lock,--extra build --constraint requirements-dev.lock)

clean: ## removes what the other targets made
	@rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# One resolution for every supported Python; no address of an index is written.
resolve = $(BIN)/uv --no-config pip compile --quiet --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --no-annotate --no-header $(if $(UPGRADE),--upgrade) $(2) --output-file $(1) pyproject.toml

# A stamp is written last. Without one the environment is half made, and made again from nothing.
$(READY): requirements.lock pyproject.toml
	@"$(PYTHON)" -c '$(GOOD_PYTHON)' 2>/dev/null || { echo "$(NO_PYTHON)" >&2; exit 1; }
	@echo "Preparing $(VENV): a minute or two, the first time only."
	@test -e $@ || "$(PYTHON)" -m venv --clear $(VENV)
	@rm -f $(READY) $(READY_DEV)
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_DEV): requirements-dev.lock $(READY)
	@echo "Adding what the tests need to $(VENV)."
	@rm -f $@
	@$(PIP) install --quiet --require-hashes --no-deps -r requirements-dev.lock
	@touch $@
