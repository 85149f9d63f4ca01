"""The pages in a real Chromium: usable on a phone, accessible, and the same without JavaScript."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from cllr.core import policy_file
from tests.core.test_policy_file import COUNTY

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

DRAFT = "Cllr Penrose is a pillock. Nothing the applicant says could change my mind about the quarry."
AXE = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def looked_at(page: Page, name: str) -> None:
    """Find no violation of WCAG 2.2 A or AA, nothing wider than the screen, and keep a picture if asked."""
    found = Axe().run(page, options=AXE).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    folder = os.environ.get("CLLR_SCREENSHOTS")
    if folder:
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=Path(folder, f"{name}-{width}.png"), full_page=True)


def policy_path(folder: Path) -> str:
    """Return a policy file on disk."""
    path = folder / "county.policy.json"
    path.write_text(policy_file.dumps(COUNTY), encoding="utf-8")
    return str(path)


def test_start(page: Page) -> None:
    page.goto("/")
    looked_at(page, "start")
    page.get_by_role("button", name="Check a draft").click()
    assert page.url.endswith("/check")


def test_check_a_draft_with_script(page: Page) -> None:
    page.goto("/check")
    looked_at(page, "check")
    page.get_by_label("Your draft").fill(DRAFT)
    page.get_by_label("Committees you sit on").fill("planning")
    page.get_by_label("You are").select_option("councillor")
    page.get_by_role("button", name="Check it").click()
    assert page.locator("h1").inner_text() in {"Think again", "Do not post this yet"}
    assert page.locator(".cllr-draft mark").first.inner_text() == "pillock"
    page.locator(".cllr-draft a").first.click()
    assert re.search(r"#finding-\d+$", page.url)
    looked_at(page, "answer")


def test_an_error_takes_the_focus(page: Page) -> None:
    page.goto("/check")
    page.get_by_role("button", name="Check it").click()
    page.locator(".govuk-error-summary").wait_for()
    assert page.evaluate("document.activeElement.className").startswith("govuk-error-summary")
    looked_at(page, "check-error")


def test_upload_a_policy_and_check_against_it(page: Page, tmp_path: Path) -> None:
    page.goto("/policy")
    looked_at(page, "policy")
    page.get_by_label("The policy").set_input_files(policy_path(tmp_path))
    page.get_by_role("button", name="Read it").click()
    assert page.locator("h1").inner_text() == "Wexmoor County"
    looked_at(page, "statements")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the policy file").click()
    assert download.value.suggested_filename == "wexmoor-county.policy.json"
    page.get_by_label("Your draft").fill(DRAFT)
    page.get_by_role("button", name="Check it").click()
    assert "Checked against Wexmoor County" in page.locator("main").inner_text()
    looked_at(page, "answer-policy")


def test_everything_works_without_script(without_script: Page, tmp_path: Path) -> None:
    page = without_script
    page.goto("/policy")
    page.get_by_label("The policy").set_input_files(policy_path(tmp_path))
    page.get_by_role("button", name="Read it").click()
    page.get_by_label("Your draft").fill(DRAFT)
    page.get_by_role("button", name="Check it").click()
    assert "Checked against Wexmoor County" in page.locator("main").inner_text()
    page.get_by_role("button", name="Check it again").click()
    assert "Checked against Wexmoor County" in page.locator("main").inner_text()


def test_everything_works_by_keyboard(page: Page) -> None:
    page.goto("/check")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Skip to main content"
    page.get_by_label("Your draft").focus()
    page.keyboard.type("Five ciders down and typing.")
    page.get_by_role("button", name="Check it").focus()
    page.keyboard.press("Enter")
    page.locator(".cllr-draft").wait_for()


def test_a_page_that_is_not_there(page: Page) -> None:
    page.goto("/nowhere")
    assert page.locator("h1").inner_text() == "Page not found"
    looked_at(page, "not-found")


def test_nothing_is_left_in_the_browser(page: Page) -> None:
    page.goto("/check")
    page.get_by_label("Your draft").fill(DRAFT)
    page.get_by_role("button", name="Check it").click()
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert DRAFT.split(maxsplit=1)[0] not in page.url
