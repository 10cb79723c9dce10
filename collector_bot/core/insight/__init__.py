"""What the ledger tells: ageing and what follows from it."""
