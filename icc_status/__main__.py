"""Run the program with python -m icc_status."""

from icc_status.quick import main

main()
