PYTHON = .venv/bin/python

help: ## list what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' Makefile

.venv: pyproject.toml
	python3 -m venv .venv
	$(PYTHON) -m pip install -q -e '.[test]'
	@touch .venv

check: lint types test data ## run everything below

lint: .venv ## the form of the code
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .

types: .venv ## the types
	$(PYTHON) -m mypy

test: .venv ## the tests
	$(PYTHON) -m pytest -q

data: .venv ## the registry
	$(PYTHON) -m icc_status validate

spark: .venv ## the recipe for Spark
	$(PYTHON) -m pip install -q -e '.[test,spark]'
	$(PYTHON) -m pytest -q tests/test_spark.py

grounds: .venv ## write down anew what answers on jurisdiction say
	$(PYTHON) tests/make_grounds.py

readme: .venv ## make the documentation's examples anew
	$(PYTHON) tests/make_readme.py

deep: order fuzz mutants pythons lowest builds ## all that takes long: the six below

order: ## the tests in random order, side by side
fuzz: ## many inputs, then those that coverage leads to
mutants: ## whether the tests notice a change of the law
pythons: ## the tests on every Python from 3.11 on that is there
lowest: ## the tests with the oldest dependencies admitted
builds: ## what the wheel and the sdist hold

order fuzz mutants pythons lowest builds: .venv
	$(PYTHON) -m pip install -q 'nox[uv]>=2025.11'
	$(PYTHON) -m nox -s $@

.PHONY: help check lint types test data spark grounds readme deep order fuzz mutants pythons lowest builds
