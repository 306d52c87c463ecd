"""dateparser: dates searched in the phrase, Vietnamese, to come rather than past."""

import datetime
import warnings

from dateparser.search import search_dates
from stretch import answer, phrases

warnings.simplefilter("ignore")

for phrase in phrases():
    base = datetime.datetime.fromisoformat(phrase["anchor"])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future", "PREFER_DAY_OF_MONTH": "last", "DATE_ORDER": "DMY"}
    try:
        found = search_dates(phrase["text"], languages=["vi"], settings=settings) or []
    except Exception:  # a peer's crash on a phrase is a phrase it does not read
        found = []
    answer(phrase["id"], [(when.date(), when.date()) for _, when in found])
