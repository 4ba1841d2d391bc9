"""What every command shares: how a failure, a closed pipe and Ctrl-C end, without a traceback."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from yosnlp.cli import terminal
from yosnlp.errors import UnreadableInput, YosnlpError

UNREAD = 1
WRONG_CALL = 2
STOPPED = 130


class Commands(TyperGroup):
    """Commands whose failures are one line on stderr and an exit status."""

    def invoke(self, ctx: Any) -> Any:  # a context of Click's, which some versions of Typer hold inside
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except UnreadableInput as e:
            terminal.say(str(e))
            raise typer.Exit(UNREAD) from e
        except YosnlpError as e:
            terminal.say_all(str(e))
            raise typer.Exit(WRONG_CALL) from e
        except BrokenPipeError as e:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains at exit
            raise typer.Exit(0) from e
        except KeyboardInterrupt as e:
            terminal.say("stopped; nothing was written")
            raise typer.Exit(STOPPED) from e
        return outcome
