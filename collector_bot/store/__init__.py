"""Rows in, domain types out; the only room that knows SQL."""
