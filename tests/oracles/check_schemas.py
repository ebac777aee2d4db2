"""Holds the schemas for editors against a public validator and against every file of the repository.

Run from anywhere: python3 tests/oracles/check_schemas.py (requirements.txt beside it says what it stands on). It proves
that the schemas are schemas, that they accept whatever the program accepts, and that of the examples of the manual they
refuse exactly those below: a fault that a schema gains or loses has to be written here.
"""

import json
import pathlib
import re
import sys

import yaml
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "src" / "content" / "schema"
PAGES = ROOT / "src" / "manual" / "pages" / "en"

# Faults whose example the schemas refuse; they accept all others.
REFUSED = set(
    """
    character-refused colon-without-space comma-splits-text curly-quotes direction-without-normalise
    document-nameless event-kind file-empty format-unknown goalposts-without-logarithm id-malformed
    id-refused indentation key-missing key-unknown language-tag language-twice limit-without-effect list-empty
    merge-key no-break-space normalise-on-parent not-a-count not-a-date not-a-list not-a-map not-a-number
    not-a-text not-a-url not-an-email not-static number-both-signs number-clock number-dash number-date
    number-grouped number-outside-range number-word text-empty word-unknown
    """.split()
)

# Faults whose example is no YAML, so that the editor says so without a schema.
UNREADABLE = set(
    """
    alias-recursive alias-unknown anchor-unused document-second key-complex key-too-long merge-conflict
    nesting-limit tab-indent yaml-syntax
    """.split()
)

# How editors read plain scalars: the core schema of YAML 1.2. `NO` and dates are texts, `08` is 8.
CORE = [
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    (
        "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
        list("-+.0123456789"),
    ),
]


class Editor(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """A loader that reads a file as an editor does."""

    yaml_implicit_resolvers = {}

    def integer(self, node):
        text = node.value
        return int(text, 0) if text[:2] in ("0x", "0o") else int(text)

    def decimal(self, node):
        return float(node.value.replace(".inf", "inf").replace(".nan", "nan"))

    def map(self, node):
        """A map whose keys are the texts that stand there."""
        found = {}
        yield found
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError("a map", node.start_mark, "a key is no text", key.start_mark)
            found[key.value] = self.construct_object(value, deep=True)


for name, pattern, first in CORE:
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(pattern), first)
Editor.add_constructor("tag:yaml.org,2002:int", Editor.integer)
Editor.add_constructor("tag:yaml.org,2002:float", Editor.decimal)
Editor.add_constructor("tag:yaml.org,2002:map", Editor.map)


def kind(path):
    """Which schema a file of a content folder has, by its path below it."""
    parts = path.split("/")
    if parts in (["site.yaml"], ["units.yaml"]):
        return parts[0].removesuffix(".yaml")
    if len(parts) == 2 and path.endswith(".yaml"):
        return {"schemes": "scheme", "scores": "scores"}.get(parts[0])
    return None


def schemas():
    """The schemas by their names, each held against the schema of schemas."""
    found = {}
    for path in sorted(SCHEMAS.glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        found[path.stem] = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return found


def faults(validators, path, text):
    """What the schema says of a file, each in a line; nothing of files that have none."""
    validator = validators.get(kind(path))
    if validator is None:
        return []
    found = validator.iter_errors(yaml.load(text, Editor))
    return [f"{path}: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}" for fault in found]


def folders():
    """Every file of the content folders of the repository: where it stands, its path below the folder, its text."""
    homes = [ROOT / "content", ROOT / "src" / "manual" / "base", *sorted((ROOT / "tests" / "oracles").glob("*/content"))]
    for home in homes:
        for path in sorted(home.rglob("*.yaml")):
            yield path.relative_to(ROOT), path.relative_to(home).as_posix(), path.read_text(encoding="utf-8")


def fixtures():
    """The sites of the tests, which are written in one file each, and the samples of the schemas."""
    for path in sorted((ROOT / "tests" / "data").glob("*.txt")):
        for part in path.read_text(encoding="utf-8").split("//- ")[1:]:
            name, _, text = part.partition("\n")
            yield path.relative_to(ROOT), name.strip().removeprefix("content/"), text
    for path in sorted((SCHEMAS / "samples").glob("*.yaml")):
        word = path.stem.removesuffix("-nothing")
        name = {"scheme": "schemes/it.yaml", "scores": "scores/2018.yaml"}.get(word, f"{word}.yaml")
        yield path.relative_to(ROOT), name, path.read_text(encoding="utf-8")


def examples():
    """The files of the manual's examples: the fault, whether they are mended, path and text."""
    for page in sorted(PAGES.glob("*.md")):
        before, _, mend = page.read_text(encoding="utf-8").partition("\n## How to mend\n")
        for mended, part in [(False, before), (True, mend)]:
            for path, directive, text in re.findall(r"^```yaml content/(\S+)(?: ([^\n]*))?\n(.*?)^```$", part, re.M | re.S):
                if directive in ("", "escapes"):
                    yield page.stem, mended, path, spelled_out(text, directive == "escapes")


def spelled_out(text, escapes):
    """A text as it is meant: lines repeated (up to 50 times, which is as good here), escapes resolved."""
    lines = []
    for line in text.splitlines():
        line, times = re.match(r"(.*?)(?: # …and so on, (\d+) times)?$", line).groups()
        lines += [line.replace("{n}", str(n)) for n in range(1, min(int(times), 50) + 1)] if times else [line]
    text = "\n".join(lines) + "\n"
    return re.sub(r"\\u\{([0-9A-F]+)\}", lambda m: chr(int(m[1], 16)), text) if escapes else text


def main():
    validators = schemas()
    wrong, accepted = [], 0
    for where, path, text in [*folders(), *fixtures()]:
        wrong += [f"{where}: {fault}" for fault in faults(validators, path, text)]
        accepted += kind(path) is not None
    refused, unreadable = set(), set()
    for fault, mended, path, text in examples():
        try:
            found = faults(validators, path, text)
        except yaml.YAMLError:
            unreadable.add(fault)
            if mended or fault not in UNREADABLE:
                wrong.append(f"{fault}: {path} is no YAML")
            continue
        if mended:
            wrong += [f"{fault}, mended: {line}" for line in found]
            accepted += 1
        elif found:
            refused.add(fault)
            if fault not in REFUSED:
                wrong += [f"{fault}: {line}" for line in found]
    wrong += [f"{fault}: the example is accepted" for fault in sorted(REFUSED - refused)]
    wrong += [f"{fault}: the example can be read" for fault in sorted(UNREADABLE - unreadable)]
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"{len(validators)} schemas: {accepted} files accepted, the examples of {len(refused)} faults refused")


if __name__ == "__main__":
    main()
