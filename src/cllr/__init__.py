"""Turn a council's social media policy for councillors into a working system."""

__version__ = "0.1.0"
