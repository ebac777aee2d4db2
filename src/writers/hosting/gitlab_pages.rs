//! GitLab Pages: the job that publishes a repository which holds the site. It takes no headers.

use super::HostFile;

/// The job: it puts the site where GitLab looks for it, with compressed copies, and without names that begin with a dot.
const JOB: &str = "# Publishes this folder with GitLab Pages, where it is the root of a repository.
pages:
  stage: deploy
  script:
    - mkdir .public
    - cp -r -- * .public/
    - if [ -d .well-known ]; then cp -r .well-known .public/; fi
    - find .public -type f \\( ENDINGS \\) -exec gzip -9 -k {} +
    - mv .public public
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
";

/// The job, for the repository's root.
pub(super) fn files() -> Vec<HostFile> {
    let ends = super::types::squeezable().flat_map(|kind| kind.extensions);
    let ends: Vec<String> = ends.map(|end| format!("-name '*.{end}'")).collect();
    vec![(".gitlab-ci.yml", JOB.replace("ENDINGS", &ends.join(" -o ")))]
}
