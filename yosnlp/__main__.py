"""``python -m yosnlp``: the command line."""

from yosnlp.cli import main

main()
