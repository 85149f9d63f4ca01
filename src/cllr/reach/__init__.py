"""Everything that calls out or starts a program. No models, no settings."""
