"""Ways to make a bad file of a good one: of bytes, and by format of what the format is made of."""
