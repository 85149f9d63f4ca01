"""The command line. Knows no Django."""
