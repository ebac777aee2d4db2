"""Writes examples/un-hdi/content: the Human Development Index of every year from 1990 to 2022.

Run from anywhere: python3 examples/un-hdi/make.py. The numbers are those of the data set beside the repository that
tests/oracles/make_hdi.py reads too; Vietnamese names are in names.vi.csv. What it writes is committed, and the same every
time.
"""

import csv
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tests" / "oracles"))

import make_hdi  # noqa: E402
import oracle  # noqa: E402

SITE = """\
# Made by ../make.py.
format: 1
title: { en: Human Development Index, vi: Chỉ số phát triển con người }
description:
  en: The Human Development Index of 195 countries and territories, every year from 1990 to 2022, computed from the four indicators of the Human Development Report 2023/24.
  vi: Chỉ số phát triển con người của 195 quốc gia và vùng lãnh thổ, mỗi năm từ 1990 đến 2022, tính từ bốn chỉ tiêu của Báo cáo Phát triển con người 2023/24.
publisher:
  name: { en: "Scorebook example; data: UNDP Human Development Report Office", vi: "Ví dụ của Scorebook; số liệu: Văn phòng Báo cáo Phát triển con người, UNDP" }
  url: https://hdr.undp.org
languages: [en, vi]
url: https://example.org/hdi/
licence: CC-BY-3.0-IGO
scorecards: latest
"""

SCHEME = """\
# Made by ../make.py.
title: { en: Technical note 1 of the Human Development Report 2023/24, vi: Ghi chú kỹ thuật 1 của Báo cáo Phát triển con người 2023/24 }
decimals: 9
total: geometric-mean
criteria:
  - id: health
    name: { en: Long and healthy life, vi: Sống lâu và khỏe mạnh }
    total: mean
    criteria:
      - id: le
        name: { en: Life expectancy at birth, vi: Tuổi thọ trung bình khi sinh }
        unit: { en: years, vi: năm }
        normalise: { method: goalposts, low: 20, high: 85, to: 1 }
  - id: education
    name: { en: Knowledge, vi: Tri thức }
    total: mean
    criteria:
      - id: eys
        name: { en: Expected years of schooling, vi: Số năm đi học kỳ vọng }
        unit: { en: years, vi: năm }
        normalise: { method: goalposts, low: 0, high: 18, to: 1 }
      - id: mys
        name: { en: Mean years of schooling, vi: Số năm đi học bình quân }
        unit: { en: years, vi: năm }
        normalise: { method: goalposts, low: 0, high: 15, to: 1 }
  - id: income
    name: { en: Decent standard of living, vi: Mức sống }
    total: mean
    criteria:
      - id: gni
        name: { en: Gross national income per capita, vi: Tổng thu nhập quốc gia bình quân đầu người }
        unit: { en: 2017 PPP $, vi: đô la theo sức mua tương đương năm 2017 }
        normalise: { method: goalposts, low: 100, high: 75000, log: true, to: 1 }
rank: { ties: competition, precision: 3 }
bands:
  - { id: very-high, name: { en: Very high human development, vi: Phát triển con người rất cao }, from: 0.8 }
  - { id: high, name: { en: High human development, vi: Phát triển con người cao }, from: 0.7 }
  - { id: medium, name: { en: Medium human development, vi: Phát triển con người trung bình }, from: 0.55 }
  - { id: low, name: { en: Low human development, vi: Phát triển con người thấp }, from: 0 }
missing: unranked
"""

SOURCE = """\
documents:
  - title: { en: "Human Development Report 2023/24, composite indices, complete time series", vi: "Báo cáo Phát triển con người 2023/24, các chỉ số tổng hợp, chuỗi thời gian đầy đủ" }
    date: 2024-03-13
    issuer: { en: UNDP Human Development Report Office, vi: "Văn phòng Báo cáo Phát triển con người, UNDP" }
    url: https://hdr.undp.org/content/human-development-report-2023-24
    role: report
"""

REMARK = """\
remarks:
  - group: world
    text:
      en: UNDP publishes a value for every year of this series, but ranks for 2022 only. The ranks of the years before are computed here, from the same series, in the same way.
      vi: UNDP công bố chỉ số của mọi năm trong chuỗi này nhưng chỉ công bố hạng của năm 2022. Hạng của các năm trước được tính ở đây, từ cùng chuỗi số và cùng một cách.
"""

NO_VALUE = '{ en: UNDP publishes no value for this year, vi: UNDP không công bố chỉ số của năm này }'

ABOUT = {
    "en": """\
---
title: About these data
order: 1
menu: true
---
This site is an example of what Scorebook makes. It is not a publication of UNDP.

## Source

UNDP Human Development Report Office, *Human Development Report 2023/24*, composite indices, complete time series, [hdr.undp.org](https://hdr.undp.org). © UNDP, licensed under CC BY 3.0 IGO, “Copyright and terms of use” of hdr.undp.org. Read from an unmodified copy of `HDR23-24_Composite_indices_complete_time_series.csv`. The eleven aggregates of countries (regions, tiers, the world) are left out.

## What is computed here

The four indicators are as published. The three dimension indices and the whole are computed by the formulas of the technical note and ranked on three decimals; equal ones share the better rank. All 193 ranks and tiers that UNDP published for 2022 come out the same. UNDP publishes no ranks for earlier years of this series: those on these pages are computed from it.

## What to keep in mind

- A year is not the report of that year: the whole series was computed anew in 2024 by one method, so its years can be compared.
- Fewer countries have a value in early years: 142 in 1990, 193 in 2022. A rank is one of those that had a value.
- Names of countries are those of the report. Vietnamese names are ours.
- Rwanda has all four indicators from 1990 to 1994, and no value in the report. It is not ranked in those years.
""",
    "vi": """\
---
title: Về số liệu
order: 1
menu: true
---
Trang này là ví dụ về những gì Scorebook tạo ra, không phải ấn phẩm của UNDP.

## Nguồn

Văn phòng Báo cáo Phát triển con người của UNDP, *Human Development Report 2023/24*, các chỉ số tổng hợp, chuỗi thời gian đầy đủ, [hdr.undp.org](https://hdr.undp.org). © UNDP, giấy phép CC BY 3.0 IGO, theo “Copyright and terms of use” của hdr.undp.org. Đọc từ bản sao nguyên vẹn của tệp `HDR23-24_Composite_indices_complete_time_series.csv`. Không lấy mười một dòng gộp nhiều nước (khu vực, nhóm, thế giới).

## Những gì được tính ở đây

Bốn chỉ tiêu giữ nguyên như công bố. Ba chỉ số thành phần và chỉ số chung được tính theo công thức của ghi chú kỹ thuật và xếp hạng theo ba chữ số thập phân; bằng nhau thì cùng nhận hạng cao hơn. Cả 193 hạng và nhóm mà UNDP công bố cho năm 2022 đều khớp. UNDP không công bố hạng của các năm trước trong chuỗi này: các hạng đó trên trang được tính từ chuỗi số.

## Những điều cần nhớ

- Một năm ở đây không phải là báo cáo của năm đó: cả chuỗi được tính lại năm 2024 theo một cách, nên các năm so sánh được với nhau.
- Những năm đầu có ít nước có chỉ số hơn: 142 nước năm 1990, 193 nước năm 2022. Hạng là hạng trong số các nước có chỉ số.
- Tên nước tiếng Anh theo báo cáo. Tên tiếng Việt do chúng tôi ghi.
- Rwanda có đủ bốn chỉ tiêu từ 1990 đến 1994 nhưng báo cáo không công bố chỉ số, nên không xếp hạng trong các năm đó.
""",
}


def write(path, text):
    path = HERE / "content" / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def units(countries):
    with open(HERE / "names.vi.csv", encoding="utf-8", newline="") as file:
        names = dict(csv.reader(file))
    assert sorted(names) == sorted(row["iso3"] for row in countries)
    lines = ["# Made by ../make.py.", "groups:", "  world: { name: { en: All countries, vi: Các nước } }", "units:"]
    for row in countries:
        english, vietnamese = row["country"], names[row["iso3"]]
        name = oracle.flow({"en": oracle.quoted(english), "vi": oracle.quoted(vietnamese)})
        cells = oracle.flow({"name": name, "short": row["iso3"], "group": "world"})
        lines.append(f"  {make_hdi.unit(row)}: {cells}")
    return "\n".join(lines) + "\n"


def scores(year, rows, newest):
    lines = ["# Made by ../../make.py.", f"year: {year}", "scheme: hdr-2023", "status: official"]
    lines += ["published: 2024-03-13", SOURCE.rstrip(), "scores:", "  world:"]
    for row in rows:
        cells = {make_hdi.INDICATORS[i]: make_hdi.cell(row, i) for i in make_hdi.INDICATORS}
        lines.append(f"    {make_hdi.unit(row)}: {oracle.flow(cells)}")
    # UNDP publishes no value though all four indicators are there: Rwanda, 1990 to 1994.
    without = [row for row in rows if not row["published_hdi"] and all(row[i] for i in make_hdi.INDICATORS)]
    if without:
        lines.append("unranked:")
        lines += [f"  {make_hdi.unit(row)}: {NO_VALUE}" for row in without]
    return "\n".join(lines) + "\n" + ("" if newest else REMARK)


def main():
    every = [row for row in oracle.rows("un_hdi/data.csv") if not row["is_aggregate"]]
    years = sorted({row["year"] for row in every})
    write("site.yaml", SITE)
    write("schemes/hdr-2023.yaml", SCHEME)
    write("units.yaml", units([row for row in every if row["year"] == years[-1]]))
    for year in years:
        write(f"scores/{year}.yaml", scores(year, [row for row in every if row["year"] == year], year == years[-1]))
    for language, text in ABOUT.items():
        write(f"pages/about.{language}.md", text)


if __name__ == "__main__":
    main()
