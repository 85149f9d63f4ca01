"""Settings, addresses and commands of the web server (extra `server`)."""
