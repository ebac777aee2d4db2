//! Files of the publisher that only drafts name: nobody may read them before what they belong to is published.

use std::collections::BTreeSet;

use crate::common::Site;

/// A site with an edition that is published, a draft with a foreword and a scheme of its own, and files that they name.
fn site() -> Site {
    let site = Site::minimal();
    let scores = site.read("content/scores/2024.yaml");
    let documents = |files: &str| {
        let documents: String =
            files.split(' ').map(|name| format!("  - {{ title: D, file: static/{name}.pdf }}\n")).collect();
        format!("documents:\n{documents}scores:\n")
    };
    let next = scores.replace("year: 2024", "year: 2025").replace("status: official", "status: draft");
    let next = next.replace("published: 2025", "published: 2026").replace("scheme: thu", "scheme: moi");
    site.write("content/scores/2025.yaml", next.replace("scores:\n", &documents("draft both page")));
    site.write("content/scores/2024.yaml", scores.replace("scores:\n", &documents("both published")));
    site.write("content/scores/2025.vi.md", "[Bản thảo](../static/b%E1%BA%A3n%20th%E1%BA%A3o.pdf)\n");
    let scheme = site.read("content/schemes/thu.yaml");
    site.write("content/schemes/moi.yaml", format!("{scheme}document: {{ title: D, file: static/scheme.pdf }}\n"));
    site.write("content/pages/a.vi.md", "---\ntitle: A\n---\n[a](../static/page.pdf)\n");
    for name in ["draft", "both", "page", "published", "bản thảo", "scheme", "nobody"] {
        site.write(&format!("content/static/{name}.pdf"), name);
    }
    site
}

#[track_caller]
fn case(call: &[&str], expected: &[&str]) {
    let site = site();
    site.run(call).must_end_with(0);
    let output = site.output();
    let files: BTreeSet<&str> =
        output.keys().filter_map(|path| path.strip_prefix("static/")?.strip_suffix(".pdf")).collect();
    assert_eq!(files, expected.iter().copied().collect());
    let list = String::from_utf8(output["checksums.txt"].clone()).expect("a text");
    assert_eq!(list.matches("  static/").count(), expected.len(), "{list}");
}

#[test]
fn a_file_that_only_drafts_name_is_published_with_them() {
    case(&["build"], &["both", "nobody", "page", "published"]);
    case(&["build", "--drafts"], &["bản thảo", "both", "draft", "nobody", "page", "published", "scheme"]);
}
