"""Tags that would make a parser lose text or run long are left out before it begins."""

from __future__ import annotations

import re

from yosnlp.reading.web.names import element_names

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})([^<>]*)>")
_ENDS_OF_PAGE = re.compile(r"</(?:body|html)\s{0,9}>", re.I)
_SMALL = element_names(
    "a abbr b bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var"
)
_LEVELLESS = element_names(
    "area base body br col colgroup dd dt embed head hr html img input li link meta optgroup option p param rp rt"
    " script source style tbody td tfoot th thead tr track wbr"
)
_DEEPEST = {True: 60, False: 300}  # levels of emphasis, and of other elements, that are kept; browsers keep 512
_LONGEST_TAG = 20_000  # characters of a tag, beyond which its attributes are counted
_MOST_ATTRIBUTES = 500


def tamed(text: str) -> str:
    """``text`` without what would make a parser lose text or run long: tags nested too deep, thousands of attributes.

    Only tags are left out, as a browser leaves them out; no words are.
    """
    text = _ENDS_OF_PAGE.sub("", text.replace("\x00", ""))
    depth = {True: 0, False: 0}
    left_out = {True: 0, False: 0}

    def kept(match: re.Match[str]) -> str:
        name = match[2].lower()
        whole = match.group()
        if len(whole) > _LONGEST_TAG and len(match[3].split(None, _MOST_ATTRIBUTES)) > _MOST_ATTRIBUTES:
            whole = f"<{match[1]}{match[2]}>"
        if name in _LEVELLESS or match[3].endswith("/"):
            return whole
        small = name in _SMALL
        if match[1]:
            if left_out[small]:
                left_out[small] -= 1
                return ""
            depth[small] = max(0, depth[small] - 1)
        elif depth[small] >= _DEEPEST[small]:
            left_out[small] += 1
            return ""
        else:
            depth[small] += 1
        return whole

    return _TAG.sub(kept, text)
