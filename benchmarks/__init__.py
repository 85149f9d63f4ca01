"""Speed, as ratios against named peers in the same run. Never a timed test."""
