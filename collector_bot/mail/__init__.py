"""The mailbox and the way letters leave."""
