"""The machine that may be asked for a second opinion on a mail."""
