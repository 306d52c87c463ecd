"""What a peer means by a value, as days: {"first", "last"}. Lines of JSON come in on stdin and go out on stdout."""

import calendar
import datetime
import json
import re
import sys


def phrases():
    return [json.loads(line) for line in sys.stdin if line.strip()]


def answer(identity, stretches):
    print(json.dumps({"id": identity, "days": [{"first": str(a), "last": str(b)} for a, b in stretches]}))


def plus_months(day, n):
    index = day.year * 12 + day.month - 1 + n
    year, month = divmod(index, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def stretch(first, grain):
    """The days of a value that begins on `first` and is as coarse as `grain`."""
    if grain == "week":
        return first, first + datetime.timedelta(6)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(grain)
    return (first, plus_months(first, months) - datetime.timedelta(1)) if months else (first, first)


TIMEX = re.compile(r"^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])|W(\d{2})))?(?:T.*)?$")
PERIOD = re.compile(r"^PT?(\d+)([DWMYH])$")


def timex(value, anchor):
    """A TIMEX3 value as days, or None; a length counts from the anchor, as every credit has it."""
    m = PERIOD.match(value)
    if m:
        n, unit = int(m[1]), m[2]
        if n > 5000:
            return None
        if unit in "MY" and "T" not in value:
            day = plus_months(anchor, n * (12 if unit == "Y" else 1))
        else:
            day = anchor + datetime.timedelta(n * (7 if unit == "W" else 1) if unit in "DW" else n // 24)
        return day, day
    m = TIMEX.match(value)
    if not m:
        return None
    year, month, date, quarter, half, week = m.groups()
    try:
        if date:
            return stretch(datetime.date(int(year), int(month), int(date)), "day")
        if month:
            return stretch(datetime.date(int(year), int(month), 1), "month")
        if quarter:
            return stretch(datetime.date(int(year), int(quarter) * 3 - 2, 1), "quarter")
        if half:
            return stretch(datetime.date(int(year), int(half) * 6 - 5, 1), "half")
        if week:
            return stretch(datetime.date.fromisocalendar(int(year), int(week), 1), "week")
        return stretch(datetime.date(int(year), 1, 1), "year")
    except ValueError:
        return None
