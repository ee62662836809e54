"""The report of an event in words."""

from domain.event_report import EventReport
from handlers.say import Html, Say, join


def report_lines(report: EventReport, say: Say) -> Html:
    """All that it says, a line each; views online apart."""
    return join(
        say("report-line-total", number=report.visits_total),
        say("report-line-ages", to14=report.visits_to14, young=report.visits_15_30, rest=report.visits_31plus),
        say("report-line-disability", number=report.visits_disability),
        say("report-line-views", number=report.online_views) if report.online_views is not None else None,
        say("report-line-outcome", outcome=report.outcome) if report.outcome else None,
        *(say("report-line-link", link=link) for link in report.links),
    )
