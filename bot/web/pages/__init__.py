"""The pages, a module each; here is which one answers for which link."""

from collections.abc import Mapping

from bot.web.kind import Kind
from bot.web.pages import act, calls, guests, papers, partner, partners, privacy, review, staff
from storage.page_links import Page

KINDS: Mapping[Page, Kind] = {
    Page.PRIVACY: privacy.KIND,
    Page.PARTNER: partner.KIND,
    Page.PARTNERS: partners.KIND,
    Page.GUESTS: guests.KIND,
    Page.PAPERS: papers.KIND,
    Page.STAFF: staff.KIND,
    Page.CALLS: calls.KIND,
    Page.REVIEW: review.KIND,
    Page.ACT: act.KIND,
}
