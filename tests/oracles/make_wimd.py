"""Writes tests/oracles/wimd: the Welsh Index of Multiple Deprivation 2019 and what was published of it, and one domain
of 2011, whose published ranks are averages such as 744.5.

Run from anywhere: python3 tests/oracles/make_wimd.py. The scores of the domains are read as they were published: that
they are exponential transforms of ranks is a step that Scorebook does not have. 2011 has no scores at all: the ranks of
one domain stand for them, the lowest first, which must give the same ranks again.
"""

import bisect
from decimal import Decimal

import oracle

DOMAINS = {
    "income": ("inc", "Income", 22),
    "employment": ("emp", "Employment", 22),
    "health": ("hea", "Health", 15),
    "education": ("edu", "Education", 14),
    "access": ("acc", "Access to services", 10),
    "housing": ("hou", "Housing", 7),
    "crime": ("cri", "Community safety", 5),
    "environment": ("env", "Physical environment", 5),
}
DECILE = 191

SITE = """\
format: 1
title: Welsh Index of Multiple Deprivation
publisher: { name: Welsh Government, url: "https://www.gov.wales/welsh-index-multiple-deprivation" }
languages: [en]
licence: OGL-UK-3.0
scorecards: none
"""

SCHEME_2019 = """\
title: Welsh Index of Multiple Deprivation 2019
decimals: 9
total: mean
criteria:
{criteria}
rank: {{ ties: competition }}
bands:
{bands}
"""

SCHEME_2011 = """\
title: Welsh Index of Multiple Deprivation 2011, ranks of the employment domain
total: given
criteria:
  - { id: emp, name: Employment, decimals: 1 }
rank: { ties: average, order: ascending }
"""


def unit(row):
    return row["unit_code"].lower()


def units(old, new):
    """All areas; those of the boundaries of 2001 alone end, and those of 2011 alone begin, between the two editions."""
    lines = ["groups: { areas: { name: Small areas } }", "units:"]
    lines += [f" {code.lower()}: {oracle.flow({'name': code, 'group': 'areas'})}" for code in sorted(old | new)]
    lines += ["events:"]
    for what, codes in [("abolish", old - new), ("create", new - old)]:
        lines += [f" - {oracle.flow({'date': '2012-01-01', what: code.lower()})}" for code in sorted(codes)]
    return "\n".join(lines) + "\n"


def scheme_2019(rows):
    line = "  - {{ id: {}, name: {}, weight: {}, max: 100 }}".format
    criteria = [line(*domain) for domain in DOMAINS.values()]
    return SCHEME_2019.format(criteria="\n".join(criteria), bands="\n".join(bands(rows)))


def bands(rows):
    """A band for each published tenth (191 areas by rank), from halfway between its last area and the next one."""
    values = sorted((Decimal(row["score_overall"]) for row in rows), reverse=True)
    lines = []
    for decile in range(1, 11):
        edge = decile * DECILE
        below = (values[edge - 1] + values[edge]) / 2 if edge < len(values) else Decimal(0)
        place = f"{below:.6f}" if below else "0"
        assert bisect.bisect(values, -Decimal(place), key=lambda v: -v) == min(edge, len(values))
        lines.append(f"  - {{ id: d{decile}, name: Decile {decile}, from: {place} }}")
    return lines


def scores(year, rows, cells):
    lines = [f"year: {year}", f"scheme: wimd-{year}", "status: official", "scores:", " areas:"]
    lines += [f"  {unit(row)}: {oracle.flow(cells(row))}" for row in rows]
    return "\n".join(lines) + "\n"


def published_2019(row):
    whole = [row["score_overall"], row["rank_overall"], "d" + row["decile_overall"]]
    return ["2019", unit(row), *whole, *(row[f"rank_{domain}"] for domain in DOMAINS)]


def main():
    every = oracle.rows("uk_wimd_wales/data.csv")
    old, new = ([row for row in every if row["year"] == year] for year in ("2011", "2019"))
    oracle.write("wimd/content/site.yaml", SITE)
    oracle.write("wimd/content/units.yaml", units(*({row["unit_code"] for row in rows} for rows in (old, new))))
    oracle.write("wimd/content/schemes/wimd-2019.yaml", scheme_2019(new))
    oracle.write("wimd/content/schemes/wimd-2011.yaml", SCHEME_2011)
    short = {domain: names[0] for domain, names in DOMAINS.items()}
    in_2019 = scores("2019", new, lambda row: {short[domain]: row[f"score_{domain}"] for domain in DOMAINS})
    oracle.write("wimd/content/scores/2019.yaml", in_2019)
    oracle.write("wimd/content/scores/2011.yaml", scores("2011", old, lambda row: {"emp": row["rank_employment"]}))
    head = ["edition", "unit", "total", "total_rank", "band", *(f"{name}_rank" for name in short.values())]
    oracle.write_table("wimd/published.csv", head, [published_2019(row) for row in new])
    old_ranks = [["2011", unit(row), row["rank_employment"]] for row in old]
    oracle.write_table("wimd/published-2011.csv", ["edition", "unit", "emp_rank"], old_ranks)


if __name__ == "__main__":
    main()
