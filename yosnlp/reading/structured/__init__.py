"""What the readers of structured formats (web pages, Word, OpenDocument, RTF) share: parts, tables, and the text made of them."""
