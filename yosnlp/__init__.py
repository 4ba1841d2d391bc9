"""Reads youth justice inspection reports: findings, themes and ratings, each with its place in the text."""


def __getattr__(name: str) -> str:
    """``__version__``, looked up when asked for: reading package metadata takes longer than the import."""
    if name != "__version__":
        raise AttributeError(f"module 'yosnlp' has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("yosnlp")
    except PackageNotFoundError:
        return "0+unknown"  # a checkout that is not installed
