//! Looks for hiredis, which the command `parsers` compares, and only if the
//! feature `peers` asks for it.

fn main() {
    println!("cargo::rustc-check-cfg=cfg(hiredis)");
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "peers")]
    if hiredis::link() {
        println!("cargo::rustc-cfg=hiredis");
    }
}

#[cfg(feature = "peers")]
mod hiredis {
    use std::path::Path;

    /// Older ones have other structs and no RESP3.
    const LEAST: &str = "1.0.0";

    /// Links it from the folder that `HIREDIS_DIR` names, else by pkg-config;
    /// whether it was found.
    pub(crate) fn link() -> bool {
        println!("cargo::rerun-if-env-changed=HIREDIS_DIR");
        let Some(folder) = std::env::var_os("HIREDIS_DIR") else {
            return pkg_config::Config::new().atleast_version(LEAST).probe("hiredis").is_ok();
        };
        let folder = Path::new(&folder);
        let header = std::fs::read_to_string(folder.join("hiredis.h")).unwrap_or_default();
        let is_new = header.lines().any(|line| line.split_whitespace().eq(["#define", "HIREDIS_MAJOR", "1"]));
        let is_there = is_new && folder.join("libhiredis.a").exists();
        if is_there {
            println!("cargo::rustc-link-search=native={}", folder.display());
            println!("cargo::rustc-link-lib=static=hiredis");
        } else {
            println!(
                "cargo::warning=HIREDIS_DIR={} holds no hiredis.h of version 1 with libhiredis.a",
                folder.display()
            );
        }
        is_there
    }
}
