//! What others lay into the output, or beside it: it comes through every ending of a build, or stops one with a way out.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use crate::common::{Ran, Site};

#[track_caller]
fn built() -> Site {
    let site = Site::minimal();
    site.run(&["build"]).must_end_with(0);
    site
}

/// Changes a score, so that there is something to write.
fn change(site: &Site) {
    let text = site.read("content/scores/2024.yaml");
    let (from, to) = if text.contains("18.5") { ("18.5", "18.4") } else { ("18.4", "18.5") };
    site.replace("content/scores/2024.yaml", from, to);
}

#[track_caller]
fn refused(ran: &Ran, words: &[&str]) {
    ran.must_end_with(2);
    assert!(words.iter().all(|word| ran.err.contains(word)), "{}", ran.err);
}

#[test]
fn dotfiles_of_the_host_come_through_and_are_never_without_a_name() {
    let site = built();
    let own = [".htaccess", ".user.ini", ".git/config", ".well-known/acme/token"];
    for path in own {
        site.write(&format!("output/{path}"), path);
    }
    let inode = |site: &Site| fs::metadata(site.path("output/.htaccess")).expect("a file").ino();
    let before = inode(&site);
    for _ in 0..3 {
        change(&site);
        site.run(&["build"]).must_end_with(0);
        for path in own {
            assert_eq!(site.read(&format!("output/{path}")), path);
            assert!(!site.path(&format!("output/../.output.scorebook/twin/{path}")).exists(), "{path} once");
        }
        assert_eq!(inode(&site), before);
    }
}

#[test]
fn what_systems_leave_behind_is_left_alone_at_any_depth() {
    let site = built();
    let own = [".DS_Store", "Thumbs.db", "2024/desktop.ini", "2024/groups/so/.DS_Store", "2024/._index.html"];
    for path in own {
        site.write(&format!("output/{path}"), path);
    }
    for _ in 0..2 {
        // Where folders are looked at by hand, also beside the output.
        site.write(".output.scorebook/.DS_Store", "x");
        site.write(".output.scorebook/twin/2024/desktop.ini", "another");
        change(&site);
        site.run(&["build"]).must_end_with(0);
        own.iter().for_each(|path| assert_eq!(site.read(&format!("output/{path}")), *path));
    }
}

#[test]
fn any_other_file_stops_the_build_with_its_name_and_the_way_out() {
    let site = built();
    site.write("output/CNAME", "example.org");
    change(&site);
    let before = site.output();
    let words = ["output/CNAME was not written by Scorebook", "content/root/", "--output", "nothing was written"];
    refused(&site.run(&["build"]), &words);
    let words = ["output/CNAME không phải do Scorebook ghi", "content/root/", "--output", "chưa ghi gì"];
    refused(&site.run(&["--lang", "vi", "build"]), &words);
    assert_eq!(site.output(), before);
}

#[test]
fn all_foreign_files_are_named_by_build_and_check_alike() {
    let site = built();
    for path in ["CNAME", "2024/letter.txt", "old/a.html"] {
        site.write(&format!("output/{path}"), "mine");
    }
    let alike = |words: [&[&str]; 2]| {
        for (language, words) in ["en", "vi"].into_iter().zip(words) {
            let [build, check] = ["build", "check"].map(|command| site.run(&["--lang", language, command]));
            refused(&build, words);
            check.must_end_with(2);
            assert!(check.err.ends_with(&build.err), "{}", check.err);
        }
    };
    alike([
        &[
            "output/2024/letter.txt, ",
            "output/CNAME and ",
            "output/old/a.html were not written by Scorebook; nothing was",
        ],
        &["output/2024/letter.txt, ", "output/CNAME và ", "output/old/a.html không phải do Scorebook ghi; chưa ghi gì"],
    ]);
    for n in 10..30 {
        site.write(&format!("output/old/{n}.html"), "mine");
    }
    alike([
        &["output/old/17.html and 13 other files were not written by Scorebook; nothing was written"],
        &["output/old/17.html và 13 tệp khác không phải do Scorebook ghi; chưa ghi gì"],
    ]);
}

#[test]
fn check_refuses_each_output_that_build_refuses_and_changes_nothing() {
    let site = Site::minimal();
    site.write("elsewhere/letter.txt", "mine");
    site.write("file", "mine");
    symlink(site.path("elsewhere"), site.path("link")).expect("a link");
    site.write(".beside.scorebook", "mine");
    for (output, end) in
        [("elsewhere", 2), ("file", 2), ("link", 2), ("beside", 2), ("content/out", 2), (".", 2), ("new/deep", 0)]
    {
        let output = site.path(output).display().to_string();
        let check = site.run(&["check", "--output", &output]);
        check.must_end_with(end);
        if end == 0 {
            assert!(!site.path("new").exists());
            continue;
        }
        let build = site.run(&["build", "--output", &output]);
        build.must_end_with(end);
        assert!(check.err.ends_with(&build.err), "{}\n{}", check.err, build.err);
    }
}

#[test]
fn a_generated_dotfile_does_not_replace_one_that_is_not_ours() {
    let site = built();
    site.write("output/.htaccess", "mine");
    let before = site.output();
    site.replace("content/site.yaml", "format: 1", "format: 1\nhosting: [apache]");
    refused(&site.run(&["build"]), &["output/.htaccess was not written by Scorebook", "hosting"]);
    refused(&site.run(&["check"]), &["output/.htaccess was not written by Scorebook", "hosting"]);
    assert_eq!(site.output(), before);
    fs::remove_file(site.path("output/.htaccess")).expect("the file goes");
    site.run(&["build"]).must_end_with(0);
    assert!(site.read("output/.htaccess").contains("ErrorDocument"));
    site.replace("content/site.yaml", "format: 1\nhosting: [apache]", "format: 1");
    assert!(!site.build().contains_key(".htaccess"), "what we wrote goes when it is no longer asked for");
}

#[test]
fn a_file_for_a_host_that_was_changed_by_hand_is_told_and_kept() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "format: 1", "format: 1\nhosting: [apache, iis]");
    site.run(&["build"]).must_end_with(0);
    let hosts = [".htaccess", "web.config"];
    hosts.iter().for_each(|path| site.write(&format!("output/{path}"), "mine"));
    let kept = |site: &Site, words: [&str; 2]| {
        for (language, word) in ["en", "vi"].into_iter().zip(words) {
            let ran = site.run(&["--lang", language, "build"]);
            ran.must_end_with(0);
            hosts.iter().for_each(|path| assert!(ran.err.contains(&format!("{path} {word}")), "{}", ran.err));
            hosts.iter().for_each(|path| assert_eq!(site.read(&format!("output/{path}")), "mine"));
        }
    };
    let words = ["was changed since Scorebook wrote it, and stays as it is", "đã được sửa sau khi Scorebook ghi"];
    kept(&site, words);
    for _ in 0..2 {
        change(&site);
        kept(&site, words);
    }
    // It stays also where its host is no longer asked for, and is ours again once it is gone.
    site.replace("content/site.yaml", "hosting: [apache, iis]", "hosting: [netlify]");
    kept(&site, words);
    hosts.iter().for_each(|path| fs::remove_file(site.path(&format!("output/{path}"))).expect("it goes"));
    let ran = site.run(&["build"]);
    ran.must_end_with(0);
    assert!(!ran.err.contains("changed"), "{}", ran.err);
    site.replace("content/site.yaml", "hosting: [netlify]", "hosting: [apache, iis]");
    let files = site.build();
    assert!(hosts.iter().all(|path| files[*path] != b"mine"));
}

#[test]
fn a_folder_beside_the_output_that_is_not_ours_is_refused() {
    for kind in ["file", "link", "folder"] {
        let site = Site::minimal();
        let beside = site.path(".output.scorebook");
        match kind {
            "file" => site.write(".output.scorebook", "mine"),
            "link" => {
                fs::create_dir(site.path("elsewhere")).expect("a folder");
                symlink(site.path("elsewhere"), &beside).expect("a link");
            }
            _ => site.write(".output.scorebook/twin/letter.txt", "mine"),
        }
        refused(&site.run(&["build"]), &[".output.scorebook", "link", "nothing was written"]);
        assert!(!site.path("output").exists());
        match kind {
            "file" => assert_eq!(site.read(".output.scorebook"), "mine"),
            "link" => assert_eq!(fs::read_dir(site.path("elsewhere")).expect("a folder").count(), 0),
            _ => assert_eq!(site.read(".output.scorebook/twin/letter.txt"), "mine"),
        }
    }
}

#[test]
fn the_folder_beside_the_output_is_for_its_owner_alone() {
    let site = built();
    let mode =
        |site: &Site| fs::metadata(site.path(".output.scorebook")).expect("a folder").permissions().mode() & 0o777;
    assert_eq!(mode(&site), 0o700);
    change(&site);
    site.run(&["build"]).must_end_with(0);
    let of = |path: &str| fs::metadata(site.path(path)).expect("a folder").permissions().mode() & 0o777;
    assert_eq!((of(".output.scorebook/twin"), of("output")), (0o700, 0o755), "the site before, and the one of now");
    change(&site);
    site.run(&["build"]).must_end_with(0);
    assert_eq!((of(".output.scorebook/twin"), of("output")), (0o700, 0o755));
    assert_eq!(site.read(".output.scorebook/.htaccess"), "Require all denied\n");
    fs::set_permissions(site.path(".output.scorebook"), fs::Permissions::from_mode(0o755)).expect("wider");
    site.run(&["build"]).must_end_with(0);
    assert_eq!(mode(&site), 0o700);
}

#[test]
fn a_refused_output_and_a_first_build_with_faults_leave_nothing_behind() {
    let site = Site::minimal();
    site.write("elsewhere/letter.txt", "mine");
    site.run(&["build", "--output", "elsewhere"]).must_end_with(2);
    site.run(&["build", "--output", "content/a/b"]).must_end_with(2);
    site.replace("content/scores/2024.yaml", "ha-tang: 18.5", "ha-tang: 999");
    site.run(&["build", "--output", "new/deep/output"]).must_end_with(1);
    for path in [".elsewhere.scorebook", "content/a", "content/.b.scorebook", "new"] {
        assert!(!site.path(path).exists(), "{path}");
    }
}

#[test]
fn a_file_that_came_into_the_site_before_is_brought_back() {
    let site = built();
    change(&site);
    site.run(&["build"]).must_end_with(0);
    // As after a kill, or when somebody works on in the folder that was the site.
    site.write(".output.scorebook/twin/.user.ini", "mine");
    site.write(".output.scorebook/twin/2024/letter.txt", "mine too");
    change(&site);
    refused(&site.run(&["build"]), &["2024/letter.txt was not written by Scorebook"]);
    assert_eq!(site.read("output/.user.ini"), "mine");
    assert_eq!(site.read("output/2024/letter.txt"), "mine too");
}

#[test]
fn two_files_of_one_name_are_both_kept_and_told() {
    let site = built();
    change(&site);
    site.run(&["build"]).must_end_with(0);
    site.write("output/.user.ini", "one");
    site.write(".output.scorebook/twin/.user.ini", "other");
    refused(&site.run(&["build"]), &["output/.user.ini", "twin/.user.ini", "not the same"]);
    assert_eq!(site.read("output/.user.ini"), "one");
    assert_eq!(site.read(".output.scorebook/twin/.user.ini"), "other");
}

#[test]
fn an_exchange_that_was_killed_is_finished() {
    let site = built();
    site.write("output/.htaccess", "mine");
    change(&site);
    // As it lies between the two renames: the site is away, the new one not yet in its place.
    fs::create_dir_all(site.path(".output.scorebook")).expect("a folder");
    fs::rename(site.path("output"), site.path(".output.scorebook/old")).expect("away");
    site.write(".output.scorebook/exchanging", "the output is being exchanged\n");
    site.write(".output.scorebook/lock", "");
    let files = site.build();
    assert!(files.contains_key("2024/index.html") && files[".htaccess"] == b"mine");
    assert!(!site.path(".output.scorebook/exchanging").exists() && !site.path(".output.scorebook/old").exists());
    // A first site in a folder that holds nothing but dotfiles, killed after the exchange and before they came over.
    let site = built();
    site.write(".output.scorebook/twin/.git/config", "mine");
    site.write(".output.scorebook/lock", "");
    site.write(".output.scorebook/exchanging", "the output is being exchanged\n");
    site.run(&["build"]).must_end_with(0);
    assert_eq!(site.read("output/.git/config"), "mine");
}

#[test]
fn a_twin_that_is_not_whole_is_nobodys() {
    let site = built();
    site.write(".output.scorebook/lock", "");
    site.write(".output.scorebook/twin/.well-known/security.txt", "half");
    change(&site);
    site.run(&["build"]).must_end_with(0);
    assert!(!site.path("output/.well-known").exists());
}
