"""The command line: one module a command, each a thin command over a plain function.

Nothing heavy is imported here or at the top of a command's module, so that help comes at once.
"""

from __future__ import annotations

import typer

from yosnlp.cli.add import add_cli
from yosnlp.cli.check import check_cli
from yosnlp.cli.codebook import codebook_cli
from yosnlp.cli.compare import compare_cli
from yosnlp.cli.evaluate import evaluate_cli
from yosnlp.cli.evidence import evidence_cli
from yosnlp.cli.findings import findings_cli
from yosnlp.cli.frequency import frequency_cli
from yosnlp.cli.gaps import gaps_cli
from yosnlp.cli.group import Commands
from yosnlp.cli.ledger import ledger_cli
from yosnlp.cli.listing import list_cli
from yosnlp.cli.ratings import ratings_cli
from yosnlp.cli.remove import remove_cli
from yosnlp.cli.report import report_cli
from yosnlp.cli.retag import retag_cli
from yosnlp.cli.review import review_cli
from yosnlp.cli.search import search_cli
from yosnlp.cli.tag import tag_cli
from yosnlp.cli.train import train_cli
from yosnlp.cli.verify import verify_cli
from yosnlp.cli.version import version_cli

app = typer.Typer(
    name="yosnlp",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads youth justice inspection reports: findings, themes and ratings, each with its place in the text.",
    epilog="Example: yosnlp tag reports/ --out tables/",
)
app.command("tag", epilog="Example: yosnlp tag reports/ --out tables/")(tag_cli)
app.command("check", epilog="Example: yosnlp check reports/ --to certificates.xlsx")(check_cli)
app.command("findings", epilog="Example: yosnlp findings report.txt --theme victims --polarity strength")(findings_cli)
app.command("ratings", epilog="Example: yosnlp ratings report.txt --questions")(ratings_cli)
app.command("frequency", epilog="Example: yosnlp frequency tables/ --by standard --to frequency.xlsx")(frequency_cli)
app.command("ledger", epilog="Example: yosnlp ledger tables/ --to ledger.xlsx")(ledger_cli)
app.command("compare", epilog="Example: yosnlp compare tables/ --service Northmere --to comparison.xlsx")(compare_cli)
app.command("gaps", epilog="Example: yosnlp gaps tables/ --to gaps.xlsx")(gaps_cli)
app.command("report", epilog="Example: yosnlp report tables/ --to report.html")(report_cli)
app.command("evidence", epilog="Example: yosnlp evidence tables/ --theme victims --to victims.docx")(evidence_cli)
app.command("review", epilog="Example: yosnlp review tables/ --size 200 --to review.xlsx")(review_cli)
app.command("add", epilog="Example: yosnlp add reports/ --corpus yos.db")(add_cli)
app.command("list", epilog="Example: yosnlp list --corpus yos.db --to reports.xlsx")(list_cli)
app.command("search", epilog='Example: yosnlp search "children not in school" --corpus yos.db --year 2018:')(search_cli)
app.command("retag", epilog="Example: yosnlp retag --corpus yos.db --model accurate")(retag_cli)
app.command("remove", epilog="Example: yosnlp remove aldermoor-yos --corpus yos.db")(remove_cli)
app.command("verify", epilog="Example: yosnlp verify --corpus yos.db")(verify_cli)
app.command("codebook", epilog="Example: yosnlp codebook county_lines")(codebook_cli)
app.command("train", epilog="Example: yosnlp train --codebook mine.yaml --data coded.csv --out models/mine")(train_cli)
app.command("evaluate", epilog="Example: yosnlp evaluate --data coded.csv --group report")(evaluate_cli)
app.command("version", epilog="Example: yosnlp version")(version_cli)


def main() -> None:
    """Run the command line; exits with 0, or 1 if some input could not be read, or 2 if the call is wrong."""
    app(prog_name="yosnlp")
