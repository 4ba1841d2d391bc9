"""What the readers of word-processor files (Word, OpenDocument, RTF) share, beside what all structured formats do."""
