"""What accountants exchange: files in, typed rows out."""
