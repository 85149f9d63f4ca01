"""Policy, check, evidence and election rules in plain Python.

No framework, clock, network, database or environment: what the core needs is handed in.
"""
