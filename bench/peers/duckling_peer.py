"""Duckling (Haskell, through pyduckling-native-phihos), Vietnamese, times and lengths."""

import datetime

from duckling import Context, default_locale_lang, load_time_zones, parse, parse_dimensions, parse_lang, parse_locale
from duckling import parse_ref_time
from stretch import answer, phrases, plus_months, stretch

ZONE = datetime.timezone(datetime.timedelta(hours=7))
zones = load_time_zones("/usr/share/zoneinfo")
locale = parse_locale("VI", default_locale_lang(parse_lang("VI")))
dimensions = parse_dimensions(["time", "duration"])


def day(text):
    return datetime.date.fromisoformat(text[:10])


def meant(value, anchor):
    if value.get("type") == "interval":
        last = value.get("to") or value.get("from")
        # The end of an interval is the first instant after it.
        end = day(last["value"]) - datetime.timedelta(1 if "to" in value else 0)
        return (day(value["from"]["value"]) if "from" in value else end), end
    if "unit" in value:
        n, unit = value["value"], value["unit"]
        if unit in ("month", "quarter", "year"):
            end = plus_months(anchor, int(n) * {"month": 1, "quarter": 3, "year": 12}[unit])
        else:
            days = {"day": n, "week": 7 * n, "hour": n // 24}.get(unit)
            if days is None or days > 5000:
                return None
            end = anchor + datetime.timedelta(days)
        return end, end
    return stretch(day(value["value"]), value["grain"])


for phrase in phrases():
    anchor = datetime.date.fromisoformat(phrase["anchor"])
    noon = datetime.datetime.combine(anchor, datetime.time(12), ZONE)
    context = Context(parse_ref_time(zones, "Asia/Ho_Chi_Minh", int(noon.timestamp())), locale)
    found = parse(phrase["text"], context, dimensions, False)
    times = [f for f in found if f["dim"] == "time"] or found
    answer(phrase["id"], [m for m in (meant(f["value"], anchor) for f in times) if m])
