"""How well search finds: queries in users' words, a pool for judging, the judges' grades, and measures."""
