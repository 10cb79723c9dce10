"""One file, one question that changes nothing."""
