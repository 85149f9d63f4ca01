"""Statements of the founding policies, each carried by a test under that policy.

`test_findings` and `test_profiles` show one draft or profile in which the statement is found and one that is left
alone; `test_questions` the question it asks; `test_guidance` the page that shows it at its moment.
`docs/statements.md` is made from these.
"""
