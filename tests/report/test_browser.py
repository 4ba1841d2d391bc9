"""The page in a browser: wide and narrow, with and without scripts, on paper, and by axe's rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.synthetic import synthetic
from tests.report.pages import TABLES
from yosnlp.report.page import page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"no browser at {CHROMIUM}")
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"),
    *("--disable-component-update", "--disable-sync"),
)
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
PAGES = {"by hand": TABLES, "synthetic": synthetic(6, findings=60)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    for name, tables in PAGES.items():
        (folder / f"{name}.html").write_text(page(tables), encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in PAGES}


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    return SIZES[request.param]


@pytest.fixture(params=PAGES)
def address(request: pytest.FixtureRequest, addresses: dict[str, str]) -> str:
    return addresses[request.param]


@pytest.fixture
def opened(browser: Any, address: str, size: dict[str, int]) -> Iterator[Any]:
    context = browser.new_context(viewport=size)
    shown = context.new_page()
    troubles: list[str] = []
    requests: list[str] = []
    shown.on("pageerror", lambda error: troubles.append(str(error)))
    shown.on("console", lambda message: troubles.append(message.text))
    shown.on("request", lambda request: requests.append(request.url))
    shown.goto(address)
    yield shown
    assert troubles == []
    assert requests == [address]
    context.close()


def test_the_page_does_not_scroll_sideways(opened: Any) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_one_layout_of_each_chart_is_shown(opened: Any) -> None:
    assert opened.locator(".chart svg:visible").count() == 2


@pytest.mark.parametrize("link", [".chart svg:visible a", ".heat td a"], ids=["bar", "cell"])
def test_a_followed_link_opens_its_quotations(opened: Any, link: str) -> None:
    assert opened.locator("details.group[open]").count() == 0
    first = opened.locator(link).first
    target = first.get_attribute("href")[1:]
    first.focus()
    opened.keyboard.press("Enter")
    opened.wait_for_selector("details.group[open] blockquote")
    assert opened.evaluate("id => { const box = document.getElementById(id).getBoundingClientRect();"
                           " return box.bottom > 0 && box.top < innerHeight; }", target)  # fmt: skip


def test_quotations_are_filtered_by_service_side_and_words(opened: Any) -> None:
    everything = opened.locator("details.group li").count()
    opened.select_option("#f-side", "area_for_improvement")
    playwright.expect(opened.locator("#f-status")).to_contain_text(" of the ")
    left = opened.locator("details.group li:not([hidden])").count()
    assert 0 < left < everything
    assert opened.locator("#f-status").inner_text().startswith(f"{left} of the {everything} ")
    opened.fill("#f-text", "no such words are here")
    playwright.expect(opened.locator("#f-status")).to_contain_text("0 of the")
    opened.click("button[type=reset]")
    playwright.expect(opened.locator("#f-status")).not_to_contain_text(" of the ")
    assert opened.locator("details.group li:not([hidden])").count() == everything
    opened.select_option("#f-service", "0")
    playwright.expect(opened.locator("#f-status")).to_contain_text(" of the ")
    assert {item.get_attribute("data-s") for item in opened.locator("details.group li:not([hidden])").all()} == {"0"}


def test_a_link_to_what_a_filter_hides_shows_it_again(opened: Any) -> None:
    opened.fill("#f-text", "no such words are here")
    playwright.expect(opened.locator("#f-status")).to_contain_text("0 of the")
    opened.locator(".heat td a").first.press("Enter")
    opened.wait_for_selector("details.group[open] blockquote")
    assert opened.locator("#f-text").input_value() == ""


def test_without_scripts_the_quotations_are_reached(browser: Any, address: str, size: dict[str, int]) -> None:
    context = browser.new_context(viewport=size, java_script_enabled=False)
    shown = context.new_page()
    shown.goto(address)
    assert not shown.locator("#filters").is_visible()
    cell = shown.locator(".heat td a").first
    group = shown.locator(f"[id='{cell.get_attribute('href')[1:]}']")
    cell.press("Enter")
    group.locator("summary").click()
    assert group.locator("blockquote").first.is_visible()
    context.close()


def test_the_keyboard_reaches_the_skip_link_first(opened: Any) -> None:
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip-link"
    assert opened.locator(".skip-link").is_visible()
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "main"


def test_it_prints_with_the_tables_behind_the_charts(opened: Any) -> None:
    printed = opened.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    assert len(printed) > 20_000
    opened.emulate_media(media="print")
    opened.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert opened.locator("table.figures:visible").count() == 2
    assert not opened.locator("nav.contents").is_visible()
    opened.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.locator("details.behind[open]").count() == 0


@pytest.mark.parametrize("unfolded", [False, True], ids=["as it comes", "all open"])
def test_axe_finds_nothing_serious(opened: Any, unfolded: bool) -> None:
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe-core-python is not installed")
    if unfolded:
        opened.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    found = axe.Axe().run(opened)["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []
