"""Reads every workbook of built sites back as others do: each sheet equals the CSV file of the same table, cell by cell.

Run from anywhere: python3 tests/oracles/read_workbooks.py PLACE… (sites or workbooks; workbooks.txt beside it says what it
stands on). openpyxl tells what stands in a cell and how it is shown, pandas what who analyses the data gets; where LibreOffice is installed, the
CSV that it makes of each sheet has the same values.
"""

import csv
import datetime
import decimal
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl
import pandas

FORMULA = ("=", "+", "-", "@", "\t", "\r")

# The most digits of a decimal that a double surely keeps.
DIGITS = 15


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def unharmed(field):
    """A field of CSV without the mark that keeps spreadsheets from running it."""
    return field[1:] if field.startswith("'") and field[1:].startswith(FORMULA) else field


def significant(field):
    """How many significant digits a number has."""
    return len(decimal.Decimal(field).normalize().as_tuple().digits)


def is_number(field):
    return re.fullmatch(r"-?\d+(\.\d+)?", field) is not None


def cell_fault(cell, field):
    """What is wrong with a cell that is to hold a field of CSV."""
    value = cell.value
    if cell.data_type in ("f", "e"):
        return f"is a formula or an error: {value!r}"
    if value is None:
        return None if field == "" else "is empty"
    if isinstance(value, datetime.datetime):
        return None if value.date().isoformat() == field and cell.number_format == "yyyy-mm-dd" else "is another day"
    if isinstance(value, bool):
        return "is a truth value"
    if isinstance(value, (int, float)):
        if not is_number(field) or decimal.Decimal(repr(value)) != decimal.Decimal(field):
            return f"is the number {value!r}"
        if significant(field) > DIGITS:
            return "has more digits than a double keeps"
        decimals = len(field.partition(".")[2])
        shown = "0." + "0" * decimals if decimals else "0"
        return None if cell.number_format == shown else f"is shown as {cell.number_format}"
    # openpyxl leaves escapes of characters as they are, but for the first.
    return None if value == unharmed(field) else f"is the text {value!r}"


def sheets(book):
    """The names of the sheets of tables, each with its file, as the cover lists them; and what is wrong with its links."""
    found, wrong = {}, []
    for row in book.worksheets[0].iter_rows():
        link = row[0].hyperlink
        if link is None:
            continue
        name = row[0].value
        if link.location != "'" + name.replace("'", "''") + "'!A1" or name not in book.sheetnames or link.target:
            wrong.append(f"the link {name!r} leads to {link.location!r} {link.target!r}")
        files = [cell.value for cell in row if isinstance(cell.value, str) and cell.value.endswith(".csv")]
        if files:
            found[name] = files[0]
    return found, wrong


def name_fault(name):
    if not 0 < len(name.encode("utf-16-le")) // 2 <= 31 or re.search(r"[\[\]:*?/\\]|^'|'$", name):
        return f"the name {name!r} is none that spreadsheets take"
    return None


def by_openpyxl(path):
    """What openpyxl finds wrong, how many cells it looked at, and the files of the sheets."""
    book = openpyxl.load_workbook(path)
    files, wrong = sheets(book)
    wrong += filter(None, map(name_fault, book.sheetnames))
    if len({name.casefold() for name in book.sheetnames}) < len(book.sheetnames):
        wrong.append("two sheets have one name")
    if book.sheetnames[2:] != list(files):
        wrong.append(f"the cover lists {list(files)}, there are {book.sheetnames[2:]}")
    beside = {file.name for file in path.parent.glob("*.csv")}
    if beside != set(files.values()):
        wrong.append(f"there are the files {sorted(beside)}")
    cells = 0
    for name, file in files.items():
        sheet, expected = book[name], rows(path.parent / file)
        last = openpyxl.utils.get_column_letter(len(expected[0]))
        if sheet.auto_filter.ref != f"A1:{last}{len(expected)}":
            wrong.append(f"{name}: the filter is {sheet.auto_filter.ref}")
        if not re.fullmatch(r"[A-Z]+2", sheet.freeze_panes or ""):
            wrong.append(f"{name}: what stays in sight is {sheet.freeze_panes}")
        if (sheet.max_row, sheet.max_column) != (len(expected), len(expected[0])):
            wrong.append(f"{name}: {sheet.max_row} rows and {sheet.max_column} columns")
            continue
        for row, fields in zip(sheet.iter_rows(), expected):
            for cell, field in zip(row, fields):
                fault = cell_fault(cell, field)
                cells += 1
                if fault:
                    wrong.append(f"{name}!{cell.coordinate} {fault}, not {field!r}")
        if not all(cell.font.bold for cell in sheet[1]):
            wrong.append(f"{name}: the head is not bold")
    for sheet in book.worksheets[:2]:
        wrong += [f"{sheet.title}!{c.coordinate} is a formula" for r in sheet.iter_rows() for c in r if c.data_type == "f"]
        wrong += [f"{sheet.title}!{c.coordinate} is unsaid" for r in sheet.iter_rows() for c in r if "⟦" in str(c.value)]
    return wrong, cells, files


def by_pandas(path, files):
    """Where pandas reads a sheet in another way than the file."""
    wrong = []
    frames = pandas.read_excel(path, sheet_name=list(files), keep_default_na=False, na_values=[""])
    for name, file in files.items():
        frame = frames[name]
        other = pandas.read_csv(path.parent / file, keep_default_na=False, na_values=[""])
        if list(frame.columns) != list(other.columns) or frame.shape != other.shape:
            wrong.append(f"{name}: pandas reads other columns or rows")
            continue
        for column in other.columns:
            if pandas.api.types.is_numeric_dtype(frame[column]) and pandas.api.types.is_numeric_dtype(other[column]):
                same = (frame[column] == other[column]) | (frame[column].isna() & other[column].isna())
                if not same.all():
                    wrong.append(f"{name}: pandas reads other numbers of {column}")
    return wrong


def by_libreoffice(path, files, program):
    """Where the CSV that LibreOffice makes of a sheet has other values: as texts with all digits, not as it shows them."""
    with tempfile.TemporaryDirectory() as folder:
        # Separator, quote, UTF-8, from the first line; no quoting of all, no detection, values as they are, no formulas, all
        # sheets.
        options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        command = [program, "--headless", f"-env:UserInstallation=file://{folder}/user", "--convert-to", options]
        subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=600)
        wrong = []
        for name, file in files.items():
            made = rows(pathlib.Path(folder) / f"{path.stem}-{name}.csv")
            expected = rows(path.parent / file)
            if len(made) != len(expected):
                wrong.append(f"{name}: LibreOffice has {len(made)} rows")
                continue
            for at, (found, fields) in enumerate(zip(made, expected), 1):
                for value, field in zip(found, map(unharmed, fields), strict=True):
                    same = value == field.replace("\r", "\n")
                    if not same and is_number(value) and is_number(field):
                        same = decimal.Decimal(value) == decimal.Decimal(field)
                    if not same:
                        wrong.append(f"{name}: LibreOffice has {value!r} in row {at}, not {field!r}")
        return wrong


def main():
    program = shutil.which("soffice")
    books, cells, wrong = 0, 0, []
    for place in map(pathlib.Path, sys.argv[1:]):
        for path in [place] if place.is_file() else sorted(place.rglob("*.xlsx")):
            found, looked_at, files = by_openpyxl(path)
            found += by_pandas(path, files)
            if program and looked_at < 100_000:
                found += by_libreoffice(path, files, program)
            wrong += [f"{path}: {line}" for line in found]
            books, cells = books + 1, cells + looked_at
    if not books:
        sys.exit("there is no workbook")
    if wrong:
        sys.exit("\n".join(wrong[:50]) + f"\n{len(wrong)} faults")
    print(f"{books} workbooks: {cells} cells are those of their files{'' if program else ', LibreOffice is not installed'}")


if __name__ == "__main__":
    main()
