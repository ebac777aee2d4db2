"""Draws the PNG icons of the built-in theme from its icon.svg: python3 tests/oracles/make_icons.py.

icon.svg has a ground and bars, all of them rectangles on a grid of 32; edges are laid on whole pixels, so that two colours
are enough. The same bytes come out everywhere but for another version of zlib.
"""

import pathlib
import re
import struct
import zlib

ASSETS = pathlib.Path(__file__).resolve().parents[2] / "themes" / "default" / "assets"
GRID = 32


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(size, colours, bars):
    edge = lambda at: round(at * size / GRID)
    rows = []
    for y in range(size):
        inside = [(edge(x), edge(x + w)) for x, top, w, h in bars if edge(top) <= y < edge(top + h)]
        bits = "".join("1" if any(a <= x < b for a, b in inside) else "0" for x in range(size))
        bits = bits.ljust((size + 7) // 8 * 8, "0")
        rows.append(b"\0" + bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8)))
    head = struct.pack(">IIBBBBB", size, size, 1, 3, 0, 0, 0)
    body = zlib.compress(b"".join(rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"PLTE", colours) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def colour(text):
    digits = text if len(text) == 6 else "".join(c * 2 for c in text)
    return bytes.fromhex(digits)


def main():
    svg = (ASSETS / "icon.svg").read_text()
    ground, bars = re.findall(r'<path fill="#(\w+)" d="([^"]+)"/>', svg)
    assert re.fullmatch(r"M0 0h32v32H0z", ground[1]), ground
    at, found = [0, 0], []
    for command, x, y, width, height in re.findall(r"([Mm])(\d+) (\d+)h(\d+)v(\d+)H\d+z", bars[1].replace("zm", "z m")):
        at = [int(x), int(y)] if command == "M" else [at[0] + int(x), at[1] + int(y)]
        found.append((*at, int(width), int(height)))
    assert len(found) == bars[1].count("z"), found
    for size in (180, 192, 512):
        (ASSETS / f"icon-{size}.png").write_bytes(png(size, colour(ground[0]) + colour(bars[0]), found))


if __name__ == "__main__":
    main()
