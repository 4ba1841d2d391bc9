"""The reliability plot: how often themes of a given probability were right, in reports that the models had not seen.

    python -m evaluation.reliability

Made from ``evaluation/results/themes.json``.
"""

from __future__ import annotations

from pathlib import Path

from evaluation.record import RESULTS, read

PLOT = RESULTS / "reliability.svg"


def draw(to: Path = PLOT) -> None:
    """Draw the plot to the file ``to``; the same figures give the same file."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams["svg.hashsalt"] = "yosnlp"
    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.6", linewidth=1, label="a probability that is a frequency")
    for part, colour, name in (("listed", "#1d70b8", "listed findings"), ("prose", "#d4351c", "sentences of prose")):
        bins = read("themes")["shipped"][part]["reliability"]
        axes.plot([b["mean"] for b in bins], [b["share"] for b in bins], marker="o", color=colour, label=name)
        for b in bins:
            axes.annotate(
                str(b["count"]), (b["mean"], b["share"]), fontsize=7, textcoords="offset points", xytext=(4, -9)
            )
    axes.set(xlabel="probability given", ylabel="share that people gave the theme", xlim=(0, 1), ylim=(0, 1))
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(to, metadata={"Date": None})
    print(to)


if __name__ == "__main__":
    draw()
