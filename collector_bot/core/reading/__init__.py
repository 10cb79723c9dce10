"""Mail bytes to a reading: what the sender says now, with its evidence."""
