"""A world to try it in: Slack, mailboxes and a clock on this machine."""
