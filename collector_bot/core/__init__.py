"""Rules: no clock, no file, no network, no database."""
