# Everything a person does with a checkout. `make` alone says what there is.
PY := .venv/bin/python
UV_VERSION := 0.13.9

.PHONY: help setup demo test lint types imports docs docs-check unit gate dating train bench bench-lineage bench-linking \
	bench-concluding fuzz soak memory pins clean
.NOTPARALLEL:

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Make .venv with everything in it (a minute or two the first time, then an instant)
	@sh tools/setup.sh

demo: setup ## Build the record of the sample reports, print it, and write its page
	@mkdir -p build/demo
	.venv/bin/firsthand build samples/reports --out build/demo/record.db
	@.venv/bin/firsthand page build/demo/record.db -o build/demo/record.html --title "Sample reports"

test: setup lint types imports docs-check unit gate ## Everything CI does

lint: setup ## Style and likely mistakes (ruff)
	@$(PY) -m ruff check --quiet src tests tools && echo "lint: clean"

types: setup ## Types (mypy --strict)
	@$(PY) -m mypy

imports: setup ## Imports point down only (import-linter)
	@.venv/bin/lint-imports --no-logo

docs: setup ## Write the generated parts of the documentation anew
	@$(PY) tools/docs.py

docs-check: setup ## The generated parts of the documentation are up to date
	@$(PY) tools/docs.py --check

# Half of the time goes into what starts programs and browsers: it runs beside the rest.
STARTING = tests/browser tests/cli tests/docs
unit: setup ## The tests, in two processes
	@mkdir -p build; $(PY) -m pytest -q $(STARTING) > build/starting.log 2>&1 & starting=$$!; \
	$(PY) -m pytest -q -p no:cacheprovider tests $(addprefix --ignore=,$(STARTING)); rest=$$?; \
	wait $$starting; started=$$?; echo "tests of commands, pages and documents:"; tail -n 40 build/starting.log; \
	exit $$((rest || started))

gate: setup ## Accuracy against the pinned floors, quick part (all of it: .venv/bin/python tools/gate.py --full)
	@$(PY) tools/gate.py

dating: setup ## Dating of undated reports, measured by stripping the dates of dated ones (minutes)
	@$(PY) tools/measuring/stripped.py

train: setup ## Make the weights of the learnt scorers anew from ../shared (minutes)
	@$(PY) tools/train.py
	@$(PY) tools/train_link.py

bench: setup ## Speed, memory and size
	@$(PY) tools/bench.py

bench-lineage: setup ## Speed of lineage over up to 100,000 reports (a quarter of an hour)
	@$(PY) tools/speed/lineage.py 1000 10000 100000

bench-linking: setup ## Speed of linking over up to 300,000 made-up mentions (a quarter of an hour)
	@$(PY) tools/speed/linking.py 10000 30000 100000 300000

bench-concluding: setup ## Speed of concluding, stage by stage, over up to 4,000 reports (minutes)
	@$(PY) tools/speed/concluding.py

pins: ## Choose versions anew from requirements/*.in and pin them with hashes
	@test -x build/pins/bin/uv || { python3 -m venv build/pins && build/pins/bin/python -m pip install -q uv==$(UV_VERSION); }
	@cd requirements && for set in runtime dev build; do \
		UV_NATIVE_TLS=1 ../build/pins/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-emit-find-links --custom-compile-command 'make pins' $(PINS) $$set.in -o $$set.txt || exit 1; \
	done; echo "pins: requirements/runtime.txt dev.txt build.txt written"

fuzz: setup ## Feed readers and grammars what nobody would write (some minutes)
	@$(PY) tools/fuzz.py --minutes 5

soak: setup ## Add and decide for an hour, with kills, and compare with a record built at once
	@$(PY) tools/soak.py --minutes 60

memory: setup ## Memory of building, stage by stage, over up to 20,000 short reports (minutes)
	@$(PY) tools/memory.py 5000 10000 20000 --without-concluding

clean: ## Remove what was built (not .venv, not the gazetteer)
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
