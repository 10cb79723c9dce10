"""Collector: the accounts-receivable colleague in Slack and the mailbox."""
