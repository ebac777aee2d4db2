"""Writes tests/oracles/asem: the ASEM Sustainable Connectivity Index, the example of the R package COINr, and the scores
and ranks that COINr made of it.

Run from anywhere: python3 tests/oracles/make_asem.py. Scorebook begins after COINr's steps of denominating, imputing and
treating outliers, which it does not have: what is read is the table after them (stage 3), where imputed values are
flagged as estimated. Scorebook then normalises (min-max to 100, by direction), aggregates three levels of weighted means
and ranks the scores on two decimals.
"""

import oracle

SITE = """\
format: 1
title: ASEM Sustainable Connectivity Index
publisher: { name: European Commission, url: "https://composite-indicators.jrc.ec.europa.eu/asem-sustainable-connectivity/" }
languages: [en]
licence: MIT
"""

SCHEME = """\
title: ASEM Sustainable Connectivity Index 2018
total: mean
rank: {{ ties: competition, precision: 2 }}
criteria:
{criteria}
"""


def criteria(parent, parents, aggregates, indicators, indent="  "):
    """The criteria below a parent, each with all below it, in the order of the tables."""
    lines = []
    for row in aggregates:
        if parents[row["Code"]] == parent:
            lines += [
                f"{indent}- id: {row['Code'].lower()}",
                f"{indent}  name: {oracle.quoted(row['Name'])}",
                f"{indent}  weight: {whole(row['Weight'])}",
                f"{indent}  total: mean",
                f"{indent}  criteria:",
                *criteria(row["Code"], parents, aggregates, indicators, indent + "    "),
            ]
    return lines + [indicator(row, indent) for row in indicators if row["Agg1"] == parent]


def indicator(row, indent):
    direction = "higher" if float(row["Direction"]) > 0 else "lower"
    words = f"name: {oracle.quoted(row['IndName'])}, unit: {oracle.quoted(row['IndUnit'])}"
    rule = f"weight: {whole(row['IndWeight'])}, direction: {direction}, normalise: {{ method: min-max }}"
    return f"{indent}- {{ id: {row['IndCode'].lower()}, {words}, {rule} }}"


def whole(text):
    """A weight without its `.0`."""
    return text.removesuffix(".0")


def units(countries):
    lines = ["groups: { countries: { name: Countries } }", "units:"]
    for row in countries:
        lines.append(f"  {unit(row)}: {oracle.flow({'name': oracle.quoted(row['UnitName']), 'group': 'countries'})}")
    return "\n".join(lines) + "\n"


def unit(row):
    return row["UnitCode"].lower()


def scores(treated, denominated, codes):
    """The scores after treatment; the cells that were empty before imputation are estimated."""
    lines = ["year: 2018", "scheme: asem-2018", "status: official", "scores:", "  countries:"]
    for row, before in zip(treated, denominated, strict=True):
        assert row["UnitCode"] == before["UnitCode"]
        cells = {code.lower(): cell(row[code], bool(before[code])) for code in codes}
        lines.append(f"    {unit(row)}: {oracle.flow(cells)}")
    return "\n".join(lines) + "\n"


def cell(number, measured):
    score = oracle.plain(number).removesuffix(".0")
    return score if measured else oracle.flow({"score": score, "flag": "estimated"})


def published(scores, ranks, codes):
    """Scores and ranks of each unit, the Index as the total."""
    by_unit = {row["UnitCode"]: row for row in ranks}
    for row in scores:
        cells = [[row[code], by_unit[row["UnitCode"]][code]] for code in codes]
        yield ["2018", unit(row), *(value for pair in cells for value in pair)]


def main():
    indicators = oracle.rows("coinr_asem/indicators.csv")
    aggregates = oracle.rows("coinr_asem/aggregates.csv")
    parents = {row["Agg1"]: row["Agg2"] for row in indicators} | {row["Agg2"]: row["Agg3"] for row in indicators}
    below = [row for row in aggregates if row["Code"] != "Index"]
    parents = {row["Code"]: parents[row["Code"]] for row in below}
    treated, denominated = (oracle.rows(f"coinr_asem/stage{n}.csv") for n in ("3_treated", "1_denominated"))
    oracle.write("asem/content/site.yaml", SITE)
    oracle.write("asem/content/units.yaml", units(oracle.rows("coinr_asem/data.csv")))
    tree = "\n".join(criteria("Index", parents, below, indicators))
    oracle.write("asem/content/schemes/asem-2018.yaml", SCHEME.format(criteria=tree))
    oracle.write("asem/content/scores/2018.yaml", scores(treated, denominated, [row["IndCode"] for row in indicators]))
    codes = [row["Code"] for row in aggregates]
    names = ["total" if code == "Index" else code.lower() for code in codes]
    head = ["edition", "unit", *(column for name in names for column in (name, f"{name}_rank"))]
    expected = published(oracle.rows("coinr_asem/expected_scores.csv"), oracle.rows("coinr_asem/expected_ranks.csv"), codes)
    oracle.write_table("asem/published.csv", head, list(expected))


if __name__ == "__main__":
    main()
