"""Writes tests/oracles/un-hdi: the Human Development Index of five years, and what UNDP published of it.

Run from anywhere: python3 tests/oracles/make_hdi.py. The method is that of the technical notes of the report: goalposts,
the mean of the two education indices, the geometric mean of three dimensions, ranks on three decimals.

1994 is there for its gaps (52 of 195 countries have an indicator that is missing) and for a life expectancy below the
lower goalpost, the others for income and schooling above the upper ones.
"""

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

import oracle

YEARS = ["1994", "2010", "2020", "2021", "2022"]
INDICATORS = {"le": "le", "eys": "eys", "mys": "mys", "gnipc": "gni"}
TIERS = {"Very High": "very-high", "High": "high", "Medium": "medium", "Low": "low", "": ""}

SITE = """\
format: 1
title: Human Development Index
publisher: { name: UNDP Human Development Report Office, url: "https://hdr.undp.org" }
languages: [en]
licence: CC-BY-3.0-IGO
scorecards: latest
"""

SCHEME = """\
title: Technical note 1 of the Human Development Report 2023/24
decimals: 9
total: geometric-mean
criteria:
  - id: health
    name: Long and healthy life
    total: mean
    criteria:
      - id: le
        name: Life expectancy at birth
        unit: years
        normalise: { method: goalposts, low: 20, high: 85, to: 1 }
  - id: education
    name: Knowledge
    total: mean
    criteria:
      - id: eys
        name: Expected years of schooling
        unit: years
        normalise: { method: goalposts, low: 0, high: 18, to: 1 }
      - id: mys
        name: Mean years of schooling
        unit: years
        normalise: { method: goalposts, low: 0, high: 15, to: 1 }
  - id: income
    name: Decent standard of living
    total: mean
    criteria:
      - id: gni
        name: Gross national income per capita
        unit: 2017 PPP $
        normalise: { method: goalposts, low: 100, high: 75000, log: true, to: 1 }
rank: { ties: competition, precision: 3 }
bands:
  - { id: very-high, name: Very high human development, from: 0.8 }
  - { id: high, name: High human development, from: 0.7 }
  - { id: medium, name: Medium human development, from: 0.55 }
  - { id: low, name: Low human development, from: 0 }
missing: unranked
"""

PUBLISHED = ["edition", "unit", "total", "total_rank", "band"]
INDICES = ["edition", "unit", "health", "education", "income", "total"]


def unit(row):
    return row["iso3"].lower().replace(".", "-")


def units(countries, aggregates):
    lines = ["groups:", "  countries: { name: Countries }", "units:"]
    for row in countries + aggregates:
        lines.append(f"  {unit(row)}: {oracle.flow({'name': oracle.quoted(row['country']), 'group': 'countries'})}")
    return "\n".join(lines) + "\n"


def cell(row, indicator):
    return row[indicator] or "missing"


def scores(year, rows):
    lines = [f"year: {year}", "scheme: hdr-2023", "status: official", "scores:", "  countries:"]
    for row in rows:
        lines.append(f"    {unit(row)}: {oracle.flow({INDICATORS[i]: cell(row, i) for i in INDICATORS})}")
    lines += ["unranked:"]
    for row in rows:
        if row["is_aggregate"]:
            lines.append(f"  {unit(row)}: An aggregate of countries")
    return "\n".join(lines) + "\n"


def settled(value):
    """The one rounding of a computed value."""
    return value.quantize(Decimal("1e-12"), ROUND_HALF_UP)


def goalposts(value, low, high):
    return settled(min(max((value - low) / (high - low), Decimal(0)), Decimal(1)))


def indices(row):
    """Health, education, income and the whole, to 12 decimals, by Python's decimal arithmetic with 50 digits."""
    with localcontext(Context(prec=50)):
        le, eys, mys, gni = (Decimal(row[i]) if row[i] else None for i in INDICATORS)
        health = goalposts(le, 20, 85) if le is not None else None
        education = None
        if eys is not None and mys is not None:
            education = settled((goalposts(eys, 0, 18) + goalposts(mys, 0, 15)) / 2)
        income = None
        if gni is not None:
            income = goalposts(gni.ln(), Decimal(100).ln(), Decimal(75000).ln())
        whole = None
        if None not in (health, education, income):
            product = health * education * income
            whole = settled((product.ln() / 3).exp()) if product else settled(product)
        return ["" if x is None else format(x, "f") for x in (health, education, income, whole)]


def published(row):
    """The value with its three decimals, the rank, and the tier; ranks and tiers were published for 2022 only."""
    value = format(Decimal(row["published_hdi"]).quantize(Decimal("0.001")), "f") if row["published_hdi"] else ""
    if row["is_aggregate"]:
        return [value, "", ""]
    return [value, row["published_rank"], TIERS[row["hdicode"]]] if row["year"] == "2022" else [value, "?", "?"]


def main():
    every = sorted((row for row in oracle.rows("un_hdi/data.csv") if row["year"] in YEARS), key=lambda row: row["year"])
    newest = [row for row in every if row["year"] == YEARS[-1]]
    countries = [row for row in newest if not row["is_aggregate"]]
    aggregates = [row for row in newest if row["is_aggregate"]]
    oracle.write("un-hdi/content/site.yaml", SITE)
    oracle.write("un-hdi/content/schemes/hdr-2023.yaml", SCHEME)
    oracle.write("un-hdi/content/units.yaml", units(countries, aggregates))
    for year in YEARS:
        oracle.write(f"un-hdi/content/scores/{year}.yaml", scores(year, [row for row in every if row["year"] == year]))
    oracle.write_table("un-hdi/published.csv", PUBLISHED, [[row["year"], unit(row), *published(row)] for row in every])
    oracle.write_table("un-hdi/indices.csv", INDICES, [[row["year"], unit(row), *indices(row)] for row in every])


if __name__ == "__main__":
    main()
