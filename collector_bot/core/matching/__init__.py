"""Which open items a payment settles: evidence, candidates, ranked suggestions."""
