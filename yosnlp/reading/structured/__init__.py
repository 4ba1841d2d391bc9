"""What the readers of structured formats share: the walk over a file, its parts, its tables, and the text they make."""
