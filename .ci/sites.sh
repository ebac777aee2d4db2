# The five sites whose pages are looked at, built under target/checks/sites/NAME; the manifest is the publisher's own and no
# part of what is judged.

sites=target/checks/sites
made=target/checks/content
scorebook=target/ci/scorebook

# site NAME ARGUMENT…: builds a site, with what the program needs to find its content.
site() {
    local name=$1
    shift
    "$scorebook" "$@" build --output "$sites/$name" &&
        rm -f "$sites/$name/.scorebook-manifest"
}

# made NAME ARGUMENT…: builds a site of tests/browser/make_site.py.
made() {
    local name=$1
    shift
    python3 tests/browser/make_site.py "$made/$name/content" "$@" &&
        site "$name" --site "$made/$name"
}

# The same input gives the same bytes.
twins() {
    site example && site again &&
        diff -r "$sites/example" "$sites/again"
}

sites() {
    rm -rf "$sites" "$made" && mkdir -p "$sites"
    # The repository's example, of which only half is known.
    step "the example, twice" twins
    # One in which everything is known.
    step "a complete site" made complete --units 60
    # One with a history: a ranking of 33 editions.
    step "an archive of many years" site un-hdi --site examples/un-hdi
    # One of 3,000 units, each with one page for all editions.
    step "a large site" made large --units 3000 --years 2024 --scorecards none
    # One whose tables are too wide for a sheet of paper.
    step "a wide site" made wide --units 60 --criteria 12
}

# What a reader of the README types, with the profile that a reader gets.
readme() {
    step "README: build" cargo run --release -- build
    step "README: test" cargo test
}
