"""What builds, checks and proves the project."""
