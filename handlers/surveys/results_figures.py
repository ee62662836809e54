"""Numbers of results in words, the same on screens, pictures and paper (DOMAIN.md §2.2)."""

from domain.figures import figure
from domain.results import Rate, Scale, show_share
from handlers.say import Say


def share_of(count: int, n: int, say: Say) -> str:
    """«57», «66,7»; nothing where there are too few for shares."""
    share = show_share(count, n)
    return "" if share is None else say.figures(f"{share:g}")


def value_of(count: int, n: int, say: Say) -> str:
    """«6 из 9» where there are few, «12 (57 %)» where there are more."""
    share = share_of(count, n, say)
    key = "results-share" if share else "results-count"
    return say.plain(key, count=count, n=n, share=share)


def mean_of(scale: Scale, say: Say) -> str:
    """«4,3»; nothing where nobody has given a number."""
    return "" if scale.mean is None else say.figures(one_decimal(scale.mean))


def span_of(scale: Scale, say: Say) -> tuple[str, str]:
    """The lowest and the highest answer."""
    return say.figures(figure(scale.lowest or 0)), say.figures(figure(scale.highest or 0))


def rate_of(rate: Rate, say: Say) -> str:
    """«Ответили 10 из 11 (91 %)»."""
    share = share_of(rate.answered, rate.asked, say)
    key = "results-rate" if share else "results-rate-counts"
    return say.plain(key, answered=rate.answered, asked=rate.asked, share=share)


def one_decimal(mean: float) -> str:
    """Half up: 4.25 is 4.3."""
    return f"{int(mean * 10 + 0.5) / 10:.1f}" if mean >= 0 else f"{mean:.1f}"
