"""The team's side: commands, cards and buttons."""
