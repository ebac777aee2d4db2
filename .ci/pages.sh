# What is looked at in the five sites. A change is checked with each check where it can break: what depends on templates
# and styles alone once, on the complete site; on the example with its unknown scores everything that pages can get wrong,
# in one colour scheme; of the others what size and width can break. With `--all` every site is looked at with everything.

reports=target/checks/reports
plain='"pages": 4'

# Each check that a small site is looked at with.
every=html,css,svg,links,csp,files,text,weight.pages,csv.valid,json.valid,xml.wellformed,build.twin
every+=,feeds,sitemap,jsonld,xlsx,datapackage,browser,a11y,theme,nojs,file,notfound,print
# Without the one style sheet and icon, which are those of the complete site.
pages=${every/css,svg,/svg.quality,}
# What can break with many years and units only. That no link is dead is asked of one checker, not of two.
sizes=html.head,html.structure,html.tables,html.hreflang,links.internal,links.anchors,files,weight.pages,csv.valid
sizes+=,json.valid,browser,a11y.axe,a11y.reflow,print
# What can break with many columns only.
widths=html.structure,html.tables,a11y.reflow,print
# The archive's source has nine decimals, which the check for leftovers takes for noise.
archive=html,links,csp,files,text.leaks,text.unicode,weight.pages,csv.valid,browser,a11y.axe,a11y.reflow,notfound,print
# Units of the large site have 6,000 pages of two kinds, which the complete site has too: they are only linked to.
many='"pages": 5, "ignore_paths": ["units/*-*-*/*", "en/units/*-*-*/*"]'
brief='"schemes": ["light"], "widths": [320, 1280]'

# look NAME BASE CHECKS CONFIG [OPTION…]: the page checks of a site, by ../shared/quality.
look() {
    local name=$1 base=$2 checks=$3 config=$4
    shift 4
    local report=$reports/$name-${checks%%,*}
    mkdir -p "$report"
    printf '{ %s }\n' "$config" >"$report.json"
    ../shared/quality/site.sh "$sites/$name" "$base" --out "$report" --config "$report.json" --only "$checks" "$@"
}

# Installs what the checks use, so that the seconds of the first check are its own.
tools() {
    ../shared/quality/setup.sh &&
        (cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
}

# in_browser [WORD]: the tests of tests/browser, one browser for all of them.
in_browser() { node tests/browser/run.mjs "$sites/example" "$sites/complete" "$sites/large" "$@"; }

# The preview: an edit, a mistake and its mending, as an editor sees them.
preview() { node tests/browser/preview.mjs "$scorebook" content; }

# nginx, Apache and Caddy with the files that Scorebook writes for them; those that are not installed are unpacked from the
# operating system's packages into a folder that is kept. Where one cannot be had, the step fails and says so.
servers() { node tests/hosting/servers.mjs "$scorebook" "${XDG_CACHE_HOME:-$HOME/.cache}/scorebook-servers"; }

# lighthouse NAME BASE: how fast a page is depends on the machine that shows it. So everywhere Lighthouse refuses only a page
# that hardly answers, and what else it finds; with `--all`, on an idle machine, also a page that is not fast, by the middle
# one of three runs. docs/performance.md has the benchmarks.
lighthouse() {
    local runs=1 fast=0.5
    [[ ! $all ]] || { runs=3 fast=0.95; }
    look "$@" lighthouse "\"lighthouse_runs\": $runs, \"lighthouse_min\":
        { \"performance\": $fast, \"accessibility\": 1, \"best-practices\": 1, \"seo\": 1 }"
}

# Three at a time, since each waits for its browser half of the time.
pages() {
    local of_example=$pages of_archive=$sizes of_large=$sizes of_wide=$widths narrow=", $brief" lanes=()
    [[ ! $all ]] || { of_example=$every of_archive=$archive of_large=$every of_wide=html,print narrow=; }
    (
        step "pages of the complete site" look complete /chuyen-doi-so/ "$every" "$plain" --fast
    ) & lanes+=($!)
    (
        step "pages of the example" look example /xep-hang/ "$of_example" "$plain$narrow" --fast --twin "$sites/again"
        step "pages of the wide site" look wide /chuyen-doi-so/ "$of_wide" "$plain$narrow" --fast
    ) & lanes+=($!)
    (
        step "pages in a browser" in_browser '!large.test'
        step "the preview in a browser" preview
        step "sites on web servers" servers
        step "pages of the archive" look un-hdi /hdi/ "$of_archive" "$plain$narrow" --fast
        step "pages of the large site" look large /chuyen-doi-so/ "$of_large" "$many$narrow" --fast
    ) & lanes+=($!)
    wait "${lanes[@]}"
}

# What measures time, when nothing else runs.
measured_pages() {
    step "a large site in a browser" in_browser large.test
    step "Lighthouse: the example" lighthouse example /xep-hang/
    [[ ! $all ]] || step "Lighthouse: the complete site" lighthouse complete /chuyen-doi-so/
    step "Lighthouse: the large site" lighthouse large /chuyen-doi-so/
}
