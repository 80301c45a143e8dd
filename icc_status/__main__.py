"""Run the program with python -m icc_status."""

from icc_status.cli import main

main()
