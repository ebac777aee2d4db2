//! Storage with the interface of S3: a script that uploads the site, since such storage reads no file for types and headers.

use super::HostFile;
use super::rules::{ASKED, KEPT};
use super::types::TYPES;

/// The script; nothing of site.yaml comes into it.
const SCRIPT: &str = r#"#!/bin/sh
# Uploads this site to storage with the interface of S3:
#   sh .hosting/s3.sh s3://BUCKET/PATH [OPTION of aws, such as --endpoint-url URL]
# Assets go first, then all other files; what the site no longer has is deleted at the end.
set -eu
cd "$(dirname "$0")/.."
to=${1:?s3://BUCKET/PATH}
shift

types() {
    cat <<'END'
TYPES
END
}

# upload FOLDER CACHE [OPTION]…: all files of a folder whose types are known, each with its type.
upload() {
    folder=$1 cache=$2
    shift 2
    types | while IFS='|' read -r type ends; do
        (
            found=
            for end in $ends; do
                set -- --include "$folder*.$end" "$@"
                [ -z "$(find . -name "*.$end" -print | head -n 1)" ] || found=1
            done
            [ -z "$found" ] ||
                aws s3 sync . "$to" --exclude '*' "$@" --content-type "$type" --cache-control "$cache" </dev/null
        ) || exit 1
    done
}

upload assets/ 'KEPT' "$@"
upload '' 'ASKED' --exclude 'assets/*' --exclude '.*' "$@"
aws s3 sync . "$to" --exclude '.*' --include '.well-known/*' --cache-control 'ASKED' --delete "$@"
"#;

/// The script, where nobody is served it.
pub(super) fn files() -> Vec<HostFile> {
    let lines: Vec<String> =
        TYPES.iter().map(|kind| format!("{}|{}", kind.header(), kind.extensions.join(" "))).collect();
    let text = SCRIPT.replace("TYPES", &lines.join("\n")).replace("KEPT", KEPT).replace("ASKED", ASKED);
    vec![(".hosting/s3.sh", text)]
}
