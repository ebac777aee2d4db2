"""Reads announcements for Word back as others do: the same words as the announcement as text, headings as headings.

Run from anywhere: python3 tests/oracles/read_documents.py PROGRAM SITE YEAR… (documents.txt beside it says what it stands on).
python-docx tells the paragraphs and their styles; where LibreOffice is installed, the text that it makes of the document has
the same lines.
"""

import io
import pathlib
import shutil
import subprocess
import sys
import tempfile

import docx


def announced(program, site, year, form):
    command = [program, "--site", site, "announce", year, "--format", form]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def lines_of(text):
    return [line.removeprefix("- ") for line in text.splitlines() if line]


def by_office(document):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "a.docx")
        path.write_bytes(document)
        convert = [office, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, str(path)]
        subprocess.run(convert, check=True, stdout=subprocess.DEVNULL)
        return lines_of(path.with_suffix(".txt").read_text(encoding="utf-8-sig"))


def main(program, site, *years):
    for year in years:
        said = lines_of(announced(program, site, year, "text").decode())
        document = announced(program, site, year, "docx")
        paragraphs = docx.Document(io.BytesIO(document)).paragraphs
        assert [paragraph.text for paragraph in paragraphs] == said, f"{year}: other words than the text"
        styles = [paragraph.style.name for paragraph in paragraphs]
        groups = announced(program, site, year, "markdown").decode().count("\n## ")
        assert (styles.count("Heading 1"), styles.count("Heading 2")) == (1, groups), f"{year}: {styles}"
        office = by_office(document)
        assert office in (None, said), f"{year}: LibreOffice reads other words"
        print(f"{year}: {len(paragraphs)} paragraphs", "" if office else "(LibreOffice is not installed)")


if __name__ == "__main__":
    main(*sys.argv[1:])
