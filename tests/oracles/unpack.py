"""Lays the files of a fixture of tests/data into a folder: unpack.py FIXTURE FOLDER."""

import pathlib
import sys

fixture, folder = map(pathlib.Path, sys.argv[1:])
for part in fixture.read_text(encoding="utf-8").split("//- ")[1:]:
    path, text = part.split("\n", 1)
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
