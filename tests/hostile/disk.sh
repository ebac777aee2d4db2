#!/usr/bin/env bash
# An error of the disk, and a kill, at the calls that a build makes: afterwards the published site is the old one or the
# new one, what others laid into it is there, "nothing was written" was said only where it is true, and the next build
# succeeds.
#
#   tests/hostile/disk.sh [PROGRAM] [TRIES]
#
# PROGRAM is target/debug/scorebook; TRIES is how many calls of each kind are tried, spread over all of them: 8, and `all`
# for every one. Needs strace; without it nothing is tried, and that is said.
set -uo pipefail
program=$(realpath "${1:-target/debug/scorebook}") || exit 2
tries=${2:-8}
if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
    echo 'disk: skipped, for strace is missing or may not trace'
    exit 0
fi
calls=(openat write mkdir rename renameat2 link linkat unlink unlinkat rmdir fchmod chmod syncfs fsync ftruncate getdents64)
errors=(EIO ENOSPC)
here=$(dirname "$(realpath "$0")")
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
mkdir site

# The files of a fixture: each begins with a line `//- PATH`.
awk '/^\/\/- / { path = "site/" $2; dir = path; sub(/\/[^\/]*$/, "", dir); system("mkdir -p " dir); next } { print > path }' \
    "$here/../data/minimal.txt"
build() { "$program" --site "$1" build --jobs 1; }

# state FOLDER: the files of the output with their hashes, without the manifest.
state() { (cd "$1/output" 2>/dev/null && find . -type f ! -name '.scorebook-manifest' -exec sha256sum {} + | sort -k2); }

# The published site with what others laid into it, and a change that is not published yet.
build site >/dev/null || exit 2
sed -i 's/ha-tang: 18.5/ha-tang: 18.4/' site/content/scores/2024.yaml
build site >/dev/null || exit 2
mkdir -p site/output/.git site/output/.well-known/acme
for path in .git/config .htaccess .user.ini .well-known/acme/token 2024/Thumbs.db; do echo mine >"site/output/$path"; done
sed -i 's/ha-tang: 18.4/ha-tang: 18.3/' site/content/scores/2024.yaml
cp -a site new && build new >/dev/null || exit 2
old=$(state site) new=$(state new)
[[ $old != "$new" && $(grep -c -e .git/config -e .htaccess -e Thumbs.db <<<"$new") == 3 ]] || { echo 'disk: no two sites' >&2; exit 2; }

# own STATE: without what others laid into the output. A kill may leave a folder of theirs in the site before; the next
# build brings it back.
own() { grep -v -e '\./\.' -e Thumbs.db <<<"$1"; }

wrong=0 tried=0
# try WHAT CALL WHEN: a build with a fault in its WHENth call, and one without after it.
try() {
    local what=$1 call=$2 when=$3 said code now
    rm -rf work && cp -a site work
    said=$(strace -f -qq -o /dev/null -e "trace=$call" -e "inject=$call:$what:when=$when" \
        "$program" --site work build --jobs 1 2>&1) && code=0 || code=$?
    now=$(state work)
    tried=$((tried + 1))
    local bad=
    if [[ $what == signal=KILL ]]; then
        [[ -z $now || $(own "$now") == "$(own "$old")" || $(own "$now") == "$(own "$new")" ]] || bad='a mixed site'
    else
        [[ $now == "$old" || $now == "$new" ]] || bad='neither the old site nor the new one'
    fi
    [[ $code != 0 || $now == "$new" ]] || bad='done, and not the new site'
    [[ $said != *'nothing was written'* || $now == "$old" ]] || bad='"nothing was written", and it is not the old site'
    [[ $code != 134 && $said != *panicked* ]] || bad='a panic'
    said+=$'\n'$(build work 2>&1) || bad+=' the next build fails'
    [[ $(state work) == "$new" ]] || bad+=' the next build does not give the new site'
    if [[ $bad ]]; then
        wrong=$((wrong + 1))
        printf 'disk: %s at %s %s: %s\n%s\n' "$what" "$call" "$when" "$bad" "$said"
        diff <(echo "$new") <(state work) | head -5
    fi
}

for call in "${calls[@]}"; do
    rm -rf work && cp -a site work
    strace -f -qq -o counted -e "trace=$call" "$program" --site work build --jobs 1 >/dev/null 2>&1
    # Each thread counts for itself.
    n=$(awk '{ count[$1]++ } END { most = 0; for (i in count) if (count[i] > most) most = count[i]; print most }' counted)
    ((n)) || continue
    step=1
    [[ $tries == all || $n -le $tries ]] || step=$(((n + tries - 1) / tries))
    for ((when = 1; when <= n; when += step)); do
        for error in "${errors[@]}"; do try "error=$error" "$call" "$when"; done
        try signal=KILL "$call" "$when"
    done
done

# Disks that lack something: a build ends well, with a word, and with the new site.
for lack in renameat2:error=EINVAL flock:error=ENOLCK syncfs:error=ENOSYS rename:error=EXDEV; do
    call=${lack%%:*}
    rm -rf work && cp -a site work
    inject=(-e "inject=$lack")
    # Where folders cannot be renamed, they cannot be exchanged either.
    [[ $call != rename ]] || inject=(-e "inject=renameat2:error=EXDEV")
    said=$(strace -f -qq -o /dev/null -e trace=rename,renameat2,flock,syncfs "${inject[@]}" "$program" --site work build --jobs 1 2>&1) &&
        code=0 || code=$?
    tried=$((tried + 1))
    if [[ $code != 0 || $said != *note:* || $(state work) != "$new" ]]; then
        wrong=$((wrong + 1))
        printf 'disk: without %s: ended with %s\n%s\n' "$call" "$code" "$said"
    fi
done
# An overlay, as in a container whose image brings the published site: only where one may be mounted.
mkdir -p upper mounting merged
overlay="mount -t overlay overlay -o lowerdir=$folder/site,upperdir=$folder/upper,workdir=$folder/mounting $folder/merged"
if unshare -m sh -c "$overlay" 2>/dev/null; then
    tried=$((tried + 1))
    said=$(unshare -m sh -c "$overlay && '$program' --site merged build && cp -a merged work-overlay" 2>&1) && code=0 || code=$?
    if [[ $code != 0 || $said != *note:* || $(state work-overlay) != "$new" ]]; then
        wrong=$((wrong + 1))
        printf 'disk: on an overlay: ended with %s\n%s\n' "$code" "$said"
    fi
else
    echo 'disk: the overlay is skipped, for none may be mounted'
fi
# A folder for temporary files that is full, as large tables need one: nothing is published, and no panic is told.
mkdir -p large/content/scores tiny && cp -r site/content large/ && echo 'scorecards: none' >>large/content/site.yaml
awk 'BEGIN { print "groups:\n  so: { name: So }\nunits:"; for (i = 0; i < 400; i++) print "  xa-" i ": { name: Xa " i ", group: so }" }' \
    >large/content/units.yaml
{
    sed '/^scores:/,$d' site/content/scores/2024.yaml
    awk 'BEGIN { print "scores:\n  so:"; for (i = 0; i < 400; i++) print "    xa-" i ": { ha-tang: 9, nhan-luc: 9 }" }'
} >large/content/scores/2024.yaml
small="mount -t tmpfs -o size=64k none $folder/tiny"
if unshare -m sh -c "$small" 2>/dev/null; then
    tried=$((tried + 1))
    said=$(unshare -m sh -c "$small && TMPDIR='$folder/tiny' '$program' --site large build" 2>&1) && code=0 || code=$?
    if [[ $code != 3 || $said == *panicked* || $said != *'temporary files'* || -e large/output ]]; then
        wrong=$((wrong + 1))
        printf 'disk: with a full folder for temporary files: ended with %s\n%s\n' "$code" "$said"
    fi
else
    echo 'disk: the full folder for temporary files is skipped, for none may be mounted'
fi
echo "disk: $tried builds with a fault, $wrong of them wrong"
((wrong == 0))
