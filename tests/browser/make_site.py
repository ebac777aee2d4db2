#!/usr/bin/env python3
"""Writes a complete publication to try pages with: two editions, two groups, two languages, every score known.

    python3 tests/browser/make_site.py DIR [--units 60] [--criteria 5] [--seed 2024] [--years 2023 2024] [--scorecards none]

DIR becomes a content folder (site.yaml, units.yaml, schemes/, scores/). The same arguments give the same bytes. Scores
have one decimal and gather at round values, so that there are ties; one unit is exempt from a criterion, and one is not
ranked. Up to 18 units are provincial departments, all others are communes.
"""

import argparse
import random
from pathlib import Path

DEPARTMENTS = [
    ("so-noi-vu", "Sở Nội vụ", "Department of Home Affairs", "SNV"),
    ("so-tu-phap", "Sở Tư pháp", "Department of Justice", "STP"),
    ("so-tai-chinh", "Sở Tài chính", "Department of Finance", "STC"),
    ("so-cong-thuong", "Sở Công Thương", "Department of Industry and Trade", "SCT"),
    ("so-y-te", "Sở Y tế", "Department of Health", "SYT"),
    ("so-xay-dung", "Sở Xây dựng", "Department of Construction", "SXD"),
    ("so-ngoai-vu", "Sở Ngoại vụ", "Department of Foreign Affairs", "SNgV"),
    ("so-giao-duc-va-dao-tao", "Sở Giáo dục và Đào tạo", "Department of Education and Training", "SGDĐT"),
    ("so-khoa-hoc-va-cong-nghe", "Sở Khoa học và Công nghệ", "Department of Science and Technology", "SKHCN"),
    ("so-nong-nghiep-va-moi-truong", "Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment", "SNNMT"),
    ("so-van-hoa-the-thao-va-du-lich", "Sở Văn hóa, Thể thao và Du lịch", "Department of Culture, Sports and Tourism", "SVHTTDL"),
    ("so-dan-toc-va-ton-giao", "Sở Dân tộc và Tôn giáo", "Department of Ethnic and Religious Affairs", "SDTTG"),
    ("thanh-tra-tinh", "Thanh tra tỉnh", "Provincial Inspectorate", "TTT"),
    ("van-phong-ubnd-tinh", "Văn phòng UBND tỉnh", "Office of the Provincial People's Committee", "VPUBND"),
    ("ban-quan-ly-khu-kinh-te", "Ban Quản lý Khu kinh tế", "Economic Zone Authority", "BQLKKT"),
    ("cong-an-tinh", "Công an tỉnh", "Provincial Police", "CAT"),
    ("cuc-thue-tinh", "Thuế tỉnh", "Provincial Tax Office", "TT"),
    ("bao-hiem-xa-hoi-tinh", "Bảo hiểm xã hội tỉnh", "Provincial Social Insurance", "BHXH"),
]

# First and second syllables of commune names, with their spelling in ids.
FIRST = [
    ("Yên", "yen"), ("Tân", "tan"), ("Mỹ", "my"), ("Đông", "dong"), ("Phú", "phu"), ("Vĩnh", "vinh"), ("Nghĩa", "nghia"),
    ("Trấn", "tran"), ("Lương", "luong"), ("Cẩm", "cam"), ("Hưng", "hung"), ("Quế", "que"), ("Đại", "dai"), ("Xuân", "xuan"),
    ("Thượng", "thuong"), ("Bảo", "bao"), ("Châu", "chau"), ("Khánh", "khanh"), ("Lâm", "lam"), ("Ngọc", "ngoc"),
    ("Phong", "phong"), ("Quang", "quang"), ("Sơn", "son"), ("Thịnh", "thinh"), ("Việt", "viet"), ("An", "an"),
    ("Bình", "binh"), ("Chiềng", "chieng"), ("Mường", "muong"), ("Nậm", "nam"), ("Tà", "ta"), ("Púng", "pung"),
]
SECOND = [
    ("Hòa", "hoa"), ("Lộc", "loc"), ("Thành", "thanh"), ("Phước", "phuoc"), ("Lập", "lap"), ("Giang", "giang"),
    ("Khê", "khe"), ("Hồng", "hong"), ("Tiến", "tien"), ("Đức", "duc"), ("Hội", "hoi"), ("Thắng", "thang"),
    ("Cường", "cuong"), ("Dương", "duong"), ("Trạch", "trach"), ("Lễ", "le"), ("Nghĩa", "nghia"), ("Sơn", "son"),
    ("Thủy", "thuy"), ("Viên", "vien"), ("Ái", "ai"), ("Ấm", "am"), ("Bằng", "bang"), ("Chài", "chai"),
    ("Khoang", "khoang"), ("Lung", "lung"), ("Mai", "mai"), ("Ngần", "ngan"), ("Phìn", "phin"), ("Tăng", "tang"),
    ("Ước", "uoc"), ("Yên", "yen"),
]
KINDS = [("xa", "xã", "Commune"), ("phuong", "phường", "Ward"), ("dac-khu", "đặc khu", "Special Zone")]

CRITERIA = [
    ("infrastructure", "Hạ tầng số", "Digital infrastructure", 20),
    ("staff", "Nhân lực số", "Digital staff", 15),
    ("services", "Dịch vụ công trực tuyến", "Online public services", 30),
    ("security", "An toàn thông tin", "Information security", 15),
    ("leadership", "Chỉ đạo, điều hành", "Leadership", 20),
]


def criteria(count):
    """`count` criteria with maxima that add up to 100: the five, or as many shares of them under their names."""
    if count == len(CRITERIA):
        return CRITERIA
    made = []
    for i in range(count):
        name, vi, en, _ = CRITERIA[i % len(CRITERIA)]
        part = i // len(CRITERIA) + 1
        maximum = 100 // count + (1 if i < 100 % count else 0)
        made.append((f"{name}-{part}", f"{vi}, phần {part}", f"{en}, part {part}", maximum))
    return made


def communes(count):
    """The first `count` communes: id, Vietnamese and English name."""
    made = []
    for kind, vi, en in KINDS:
        for second, second_id in SECOND:
            for first, first_id in FIRST:
                if len(made) == count:
                    return made
                if first != second:
                    made.append((f"{kind}-{first_id}-{second_id}", f"UBND {vi} {first} {second}", f"{first} {second} {en}"))
    return made


def score(rng, maximum, skill):
    """A score with one decimal; half of them at whole points, some at the maximum."""
    value = min(maximum, max(0.0, rng.gauss(skill, 0.12) * maximum))
    if rng.random() < 0.08:
        return str(maximum)
    return str(round(value)) if rng.random() < 0.5 else f"{value:.1f}"


def scores(year, groups, rng, skills, parts):
    lines = [
        f"year: {year}",
        "scheme: bo-tieu-chi-so",
        "status: official",
        f"published: {year + 1}-02-14",
        f"documents: [ {{ number: {100 + year % 100}/QĐ-UBND, date: {year + 1}-02-10, issuer: UBND tỉnh, role: approval }} ]",
        "scores:",
    ]
    for group, units in groups:
        lines.append(f"  {group}:")
        for position, unit in enumerate(units):
            skill = skills.setdefault(unit[0], rng.uniform(0.5, 0.95))
            cells = {c[0]: score(rng, c[3], skill) for c in parts}
            if group == "departments" and position == 3:
                cells[parts[0][0]] = "exempt"
            # Two neighbours share all scores, so that there is a tie at any size.
            if position % 9 == 1 and position > 1:
                cells = before
            before = cells
            lines.append(f"    {unit[0]}: {{ " + ", ".join(f"{k}: {v}" for k, v in cells.items()) + " }")
    unranked = groups[0][1][-1][0]
    lines.append(f"unranked: {{ {unranked}: {{ vi: Không xếp hạng vì lý do an ninh, en: Not ranked for reasons of security }} }}")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--units", type=int, default=60, help="how many units, from 8 to 3,000 (default 60)")
    parser.add_argument("--criteria", type=int, default=5, help="how many criteria, from 2 to 50 (default 5)")
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--years", type=int, nargs="+", default=[2023, 2024], help="the editions (default 2023 2024)")
    parser.add_argument("--scorecards", choices=["all", "latest", "none"], help="which units have a page in an edition")
    args = parser.parse_args()
    if not 8 <= args.units <= 3000:
        parser.error("--units: from 8 to 3000")
    if not 2 <= args.criteria <= 50:
        parser.error("--criteria: from 2 to 50")
    parts = criteria(args.criteria)
    rng = random.Random(args.seed)
    departments = DEPARTMENTS[: min(len(DEPARTMENTS), args.units // 2)]
    others = communes(args.units - len(departments))
    groups = [("departments", departments), ("communes", others)]

    files = {
        "site.yaml": (
            "format: 1\n"
            "title: { vi: Xếp hạng chuyển đổi số cấp tỉnh, en: Provincial digital rankings }\n"
            "description: { vi: Bộ số liệu đầy đủ để thử các trang., en: A complete set of numbers to try the pages with. }\n"
            "publisher: { name: { vi: Ủy ban nhân dân tỉnh, en: Provincial People's Committee }, email: lienhe@example.gov.vn }\n"
            "languages: [vi, en]\n"
            "url: https://example.gov.vn/chuyen-doi-so/\n"
            "licence: CC-BY-4.0\n" + (f"scorecards: {args.scorecards}\n" if args.scorecards else "")
        ),
        "units.yaml": "".join(
            [
                "groups:\n",
                "  departments: { name: { vi: Các cơ quan cấp tỉnh, en: Provincial agencies } }\n",
                "  communes: { name: { vi: UBND cấp xã, en: Communes and wards } }\n",
                "units:\n",
            ]
            + [
                f'  {i}: {{ name: {{ vi: "{vi}", en: "{en}" }}, short: {short}, group: departments }}\n'
                for i, vi, en, short in departments
            ]
            + [f'  {i}: {{ name: {{ vi: "{vi}", en: "{en}" }}, group: communes }}\n' for i, vi, en in others]
        ),
        "schemes/bo-tieu-chi-so.yaml": (
            "title: { vi: Bộ tiêu chí chuyển đổi số, en: Digital criteria }\n"
            "document: { number: 12/QĐ-UBND, date: 2023-01-09, issuer: UBND tỉnh }\n"
            "decimals: 1\nmax: 100\ntotal: sum\ncriteria:\n"
            + "".join(f'  - {{ id: {i}, name: {{ vi: "{vi}", en: "{en}" }}, max: {m} }}\n' for i, vi, en, m in parts)
            + "rank: { ties: competition }\n"
        ),
    }
    skills = {}
    for year in args.years:
        files[f"scores/{year}.yaml"] = scores(year, groups, rng, skills, parts)
    for name, text in files.items():
        path = args.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
