"""One proof for each thing the project claims with a figure.

A proof is a module here with `WHAT` (one line) and `run(size)`, which returns figures as a dictionary; `size` is
`full` for the published figures and `small` for the run inside `make test`. `python -m tools.prove` lists them.
"""
