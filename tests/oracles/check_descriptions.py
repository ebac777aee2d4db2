"""What built sites say of their data, read by programs that others wrote: check_descriptions.py SITE...

Frictionless validates each data package, data included; rdflib reads the catalogue; an OpenAPI validator reads the interface,
whose files are compared with their schemas; bibtexparser, rispy and the schema of CSL read what is cited; feedparser reads the
feeds, and lxml, which is what xmllint is made of, every file of XML. csl-data.json is that of citation-style-language/schema
(MIT licence).
"""

import csv
import datetime
import itertools
import json
import os
import pathlib
import sys
import urllib.parse

import bibtexparser
import feedparser
import jsonschema
import lxml.etree
import rdflib
import rispy
from frictionless import validate
from openapi_spec_validator import validate as validate_interface

HERE = pathlib.Path(__file__).parent
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCTERMS = rdflib.Namespace("http://purl.org/dc/terms/")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# Where a site without an address is read from.
SOMEWHERE = "https://example.org/"


def strict(path):
    def once(pairs):
        if len(dict(pairs)) != len(pairs):
            raise ValueError(f"{path}: a key stands twice")
        return dict(pairs)

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)


def packages(site):
    """Every package is valid with its data, and no value is outside the words that it names."""
    faults, n = [], 0
    for path in sorted(site.rglob("datapackage.json")):
        os.chdir(path.parent)
        report = validate(path.name)
        faults += [f"{path}: {error.message}" for error in report.errors]
        faults += [f"{path}: {task.name}: {error.message}" for task in report.tasks for error in task.errors]
        for resource in strict(path)["resources"]:
            n += 1
            fields = resource.get("schema", {}).get("fields", [])
            words = {field["name"]: {*field["categories"], ""} for field in fields if "categories" in field}
            if words:
                with open(resource["path"], encoding="utf-8", newline="") as file:
                    for row in csv.DictReader(file):
                        faults += [f"{path}: {name}: {row[name]}" for name in words if row[name] not in words[name]]
    return faults, f"{n} files of packages"


def catalogue(site):
    """Every edition of the interface is a dataset of the series, with files that are there."""
    graph = rdflib.Graph()
    graph.parse(site / "data/catalog.jsonld", format="json-ld", publicID=SOMEWHERE + "data/catalog.jsonld")
    index = strict(site / "api/v1/index.json")
    base, faults = index.get("url", SOMEWHERE), []
    series = list(graph.subjects(rdflib.RDF.type, DCAT.DatasetSeries))
    members = set(graph.subjects(DCAT.inSeries, series[0])) if len(series) == 1 else set()
    if len(members) != len(index["editions"]):
        faults.append(f"{site}: {len(members)} editions in {len(series)} series")
    if len(set(graph.subject_objects(DCAT.prev))) != sum("previous" in edition for edition in index["editions"]):
        faults.append(f"{site}: editions lead to others than their previous ones")
    for dataset in graph.subjects(rdflib.RDF.type, DCAT.Dataset):
        for needed in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.distribution, DCAT.landingPage):
            if not list(graph.objects(dataset, needed)):
                faults.append(f"{site}: {dataset} has no {needed}")
    for file in graph.subjects(rdflib.RDF.type, DCAT.Distribution):
        address = str(graph.value(file, DCAT.downloadURL))
        path = site / address.removeprefix(base)
        if not address.startswith(base) or not path.is_file():
            faults.append(f"{site}: {address} is no file")
        elif int(graph.value(file, DCAT.byteSize)) != path.stat().st_size:
            faults.append(f"{site}: {address} has another length")
        checksum = graph.value(graph.value(file, SPDX.checksum), SPDX.checksumValue)
        if checksum is None or len(str(checksum)) != 64:
            faults.append(f"{site}: {address} has no checksum")
    return faults, f"{len(graph)} triples"


def interface(site):
    """The interface is valid, and every file that it describes has the schema that it says."""
    described = strict(site / "api/v1/openapi.json")
    validate_interface(described)
    schemas = described["components"]["schemas"]
    checked = {name: jsonschema.Draft202012Validator(schema) for name, schema in schemas.items()}
    faults = [f"index: {error.message}" for error in checked["index"].iter_errors(strict(site / "api/v1/index.json"))]
    found = set()
    for path, item in described["paths"].items():
        places = item["get"].get("parameters", [])
        for values in itertools.product(*(place["schema"]["enum"] for place in places)):
            name = path
            for place, value in zip(places, values):
                name = name.replace("{%s}" % place["name"], str(value))
            file = site / name.lstrip("/")
            if file.is_file():
                schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
                errors = checked[schema.rsplit("/", 1)[1]].iter_errors(strict(file))
                faults += [f"{name}: {error.message}" for error in itertools.islice(errors, 3)]
                found.add(file)
    tables = {path.with_suffix(".json") for path in site.rglob("*.csv")}
    faults += [f"{path} is not described" for path in sorted(tables - found)]
    return faults, f"{len(found)} files of the interface"


def citations(site):
    """Every reference is read whole: one entry, with the same title and publisher in each form."""
    schema = jsonschema.Draft7Validator(strict(HERE / "csl-data.json"))
    faults, n = [], 0
    for path in sorted(site.rglob("cite.bib")):
        n += 1
        library = bibtexparser.parse_file(str(path))
        with open(path.with_name("cite.ris"), encoding="utf-8") as file:
            records = rispy.load(file)
        items = strict(path.with_name("cite.csl.json"))
        faults += [f"{path}: {error.message}" for error in schema.iter_errors(items)]
        if len(library.entries) != 1 or library.failed_blocks or len(records) != 1 or len(items) != 1:
            faults.append(f"{path}: not one entry in each form")
            continue
        title = (records[0]["title"], items[0]["title"])
        author = (records[0]["authors"], [name["literal"] for name in items[0]["author"]])
        if title[0] != title[1] or author[0] != author[1] or library.entries[0].key != items[0]["id"]:
            faults.append(f"{path}: {title} {author}")
    return faults, f"{n} references"


def at(site, base, address):
    """The file of the site that a whole address leads to; none where it leads elsewhere."""
    if not address.startswith(base):
        return None
    path = site / urllib.parse.unquote(address.removeprefix(base).split("#")[0])
    return path / "index.html" if path.is_dir() else path


def feeds(site):
    """Every feed is read whole, its days are in order, and each of its entries leads to a page."""
    base, faults, n = strict(site / "api/v1/index.json").get("url"), [], 0
    found = sorted(site.rglob("feed.xml"))
    if found and not base:
        faults.append(f"{site}: feeds without an address")
    for path in found:
        feed = feedparser.parse(path.read_bytes())
        told = [feed.feed, *feed.entries]
        n += len(feed.entries)
        if feed.bozo or feed.version != "atom10":
            faults.append(f"{path}: {feed.version or 'no feed'}: {feed.get('bozo_exception')}")
        if not feed.entries:
            faults.append(f"{path}: no entries")
        for entry in told:
            if not all(entry.get(key) for key in ("id", "title", "updated", "link")):
                faults.append(f"{path}: {entry.get('id')}: something is missing")
            elif not (page := at(site, base or "", entry.link)) or not page.is_file():
                faults.append(f"{path}: {entry.link} is no page")
        if not feed.feed.get("author"):
            faults.append(f"{path}: nobody wrote it")
        own = [link.href for link in feed.feed.get("links", []) if link.rel == "self"]
        if [at(site, base or "", href) for href in own] != [path]:
            faults.append(f"{path}: it says that it lies at {own}")
        if len({entry.get("id") for entry in told}) != len(told):
            faults.append(f"{path}: two entries have one id")
        days = [datetime.datetime.fromisoformat(entry.get("updated", "0001-01-01")) for entry in feed.entries]
        if days != sorted(days, reverse=True) or days and feed.feed.updated != feed.entries[0].updated:
            faults.append(f"{path}: its days are not in order")
    return faults, f"{n} entries of {len(found)} feeds"


def documents(site):
    """Every file of XML is well formed, declares nothing of its own, and a list of pages leads to pages that may be listed."""
    base, faults, pages = strict(site / "api/v1/index.json").get("url") or "", [], []
    found = [path for end in ("xml", "svg") for path in sorted(site.rglob(f"*.{end}"))]
    for path in found:
        try:
            document = lxml.etree.parse(path, lxml.etree.XMLParser(resolve_entities=False, no_network=True))
        except lxml.etree.XMLSyntaxError as error:
            faults.append(f"{path}: {error}")
            continue
        if document.docinfo.internalDTD is not None:
            faults.append(f"{path}: it has a DOCTYPE")
        if document.getroot().tag == SITEMAP + "urlset":
            pages += [(path, place.text) for place in document.iter(SITEMAP + "loc")]
    for path, address in pages:
        page = at(site, base, address)
        if not page or not page.is_file():
            faults.append(f"{path}: {address} is no page")
        elif '<meta name="robots" content="noindex">' in page.read_text(encoding="utf-8"):
            faults.append(f"{path}: {address} is not to be listed")
    if len({address for _, address in pages}) != len(pages):
        faults.append(f"{site}: a page is listed twice")
    return faults, f"{len(found)} files of XML, {len(pages)} pages in lists"


def main():
    failed = False
    # Before the first check changes the folder.
    for site in [pathlib.Path(name).resolve() for name in sys.argv[1:]]:
        for check in (packages, catalogue, interface, citations, feeds, documents):
            faults, counted = check(site)
            failed |= bool(faults)
            print(f"{site.name}: {counted}, {len(faults)} faults", *faults[:10], sep="\n  ")
    sys.exit(failed)


main()
