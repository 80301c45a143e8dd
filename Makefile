PYTHON = .venv/bin/python

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' Makefile

.venv: pyproject.toml
	python3 -m venv .venv
	$(PYTHON) -m pip install -q -e '.[test]'
	@touch .venv

check: ## run lint, types, test and data, and say how long they took
	@start=$$(date +%s); \
	$(MAKE) --no-print-directory lint types test data && \
	echo "make check took $$(($$(date +%s) - start)) seconds"

lint: .venv ## check formatting and lint
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .

types: .venv ## check the types
	$(PYTHON) -m mypy

test: .venv ## run the tests, one process for each processor
	$(PYTHON) -m pytest -q -n auto

data: .venv ## check the data files
	$(PYTHON) -m icc_status validate

spark: .venv ## test the recipe for Spark (needs Java)
	$(PYTHON) -m pip install -q -e '.[test,spark]'
	$(PYTHON) -m pytest -q tests/test_spark.py

grounds: .venv ## write tests/expected/grounds.txt again: answers on jurisdiction, word for word
	$(PYTHON) tests/make_grounds.py

readme: .venv ## run the examples of the README and of docs/ and write down their output
	$(PYTHON) tests/make_readme.py

deep: order fuzz mutants pythons lowest builds ## run the six slow checks below (hours)

order: ## run the tests in random order
fuzz: ## feed the program many random inputs, then inputs guided by coverage
mutants: ## change the rules of law one by one and see whether a test fails
pythons: ## run the tests on every Python from 3.11 on that is installed
lowest: ## run the tests with the oldest dependencies that pyproject.toml allows
builds: ## check what the wheel and the sdist contain

order fuzz mutants pythons lowest builds: .venv
	$(PYTHON) -m pip install -q 'nox[uv]>=2025.11'
	$(PYTHON) -m nox -s $@

.PHONY: help check lint types test data spark grounds readme deep order fuzz mutants pythons lowest builds
