"""Models of themes from labelled texts, or from a codebook alone; and how good they are on groups held out."""
