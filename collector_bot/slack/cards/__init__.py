"""Cards and answers as Slack blocks: pure functions of facts, in both languages."""
