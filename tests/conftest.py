"""For all tests: no example of hypothesis is judged by the time that it takes on a busy machine."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
