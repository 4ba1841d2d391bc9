"""Times whole commands against each other; prints ratios, asserts nothing."""
