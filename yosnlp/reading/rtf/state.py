"""What holds in a group of an RTF file, until the group ends."""

from __future__ import annotations

from dataclasses import dataclass

from yosnlp.reading.rtf.flow import DEEPEST_TABLE

_SWITCHES = {"b": "bold", "deleted": "deleted", "v": "unseen", "ls": "listed"}


@dataclass(slots=True)
class State:
    """What holds in a group: where its text goes, and how the text and its paragraph are set."""

    place: str = "body"  # or left_out, sign, style, font, instruction
    starred: bool = False
    bold: bool = False
    raised: bool = False
    deleted: bool = False
    unseen: bool = False
    font: int = 0
    fallback: int = 1  # signs that stand for one of Unicode in old programs
    style: int | None = None
    outline: int | None = None
    table: int = 0
    listed: bool = False

    def set(self, word: str, number: int | None) -> None:
        """Take up what the control word ``word`` says of the text after it."""
        on = number != 0
        if word in _SWITCHES:
            setattr(self, _SWITCHES[word], on)
        elif word in ("super", "sub", "nosupersub"):
            self.raised = word == "super" and on
        elif word == "plain":
            self.bold = self.raised = self.deleted = self.unseen = False
        elif word == "pard":
            self.style = self.outline = None
            self.table, self.listed = 0, False
        elif word == "intbl":
            self.table = max(1, self.table)
        elif word == "uc":
            self.fallback = max(0, number or 0)
        elif number is None:
            return
        elif word == "s":
            self.style = number
        elif word == "outlinelevel":
            self.outline = number + 1 if 0 <= number < 9 else None
        elif word == "itap":
            self.table = min(max(0, number), DEEPEST_TABLE)
        elif word == "f":
            self.font = number
