//! `include/resp.h` is what cbindgen makes of the sources.

use std::fs;
use std::path::Path;

#[test]
fn header_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = cbindgen::Config::from_file(root.join("cbindgen.toml")).expect("a valid cbindgen.toml");
    let mut generated = Vec::new();
    cbindgen::generate_with_config(root, config)
        .expect("sources that cbindgen understands")
        .write(&mut generated);
    let path = root.join("include/resp.h");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &generated).expect("a writable header");
    }
    let committed = fs::read(&path).expect("a readable header");
    assert!(
        committed == generated,
        "{} is not what cbindgen makes of the sources; run: UPDATE=1 cargo test -p resp-ffi --test header",
        path.display()
    );
}
