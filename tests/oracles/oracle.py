"""What the scripts of the oracles share: where data sets lie, and how a content tree is written, the same every time."""

import csv
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
DATASETS = HERE.parents[2] / "shared" / "datasets"


def rows(path):
    """The rows of a file of a data set, by column name."""
    with open(DATASETS / path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(number):
    """A number without exponent, with its digits: 9.8e-05 is 0.000098."""
    mantissa, _, exponent = number.lower().partition("e")
    if not exponent:
        return number
    whole, _, fraction = mantissa.partition(".")
    assert int(exponent) < 0, number
    return "0." + "0" * (-int(exponent) - len(whole)) + whole + fraction


def quoted(text):
    """A text as YAML between double quotes."""
    assert "\\" not in text and '"' not in text, text
    return f'"{text}"'


def flow(cells):
    """A map on one line, as short as it can be."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in cells.items()) + "}"


def write(path, text):
    """Writes a file under tests/oracles."""
    path = HERE / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_table(path, head, lines):
    """Writes a CSV file under tests/oracles."""
    write(path, "".join(",".join(line) + "\n" for line in [head, *lines]))
