"""Makes what ``models/`` holds: data in, artefact and card out. Not part of the installed package."""
