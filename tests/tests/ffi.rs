//! The C interface as C programs see it: compiled with all warnings, linked
//! both ways, and watched by valgrind.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const C: &[&str] = &["-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-g"];

/// `libresp_ffi.a` and the shared library, built once for all tests here.
static LIBRARIES: LazyLock<(PathBuf, PathBuf)> = LazyLock::new(|| {
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "-p", "resp-ffi", "--message-format=json"]).current_dir(ROOT);
    let output = run(&mut build, "install Rust from https://rustup.rs");
    let files: Vec<PathBuf> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == "resp_ffi")
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .collect();
    let with = |extensions: &[&str]| {
        let found = files.iter().find(|file| {
            file.extension().is_some_and(|extension| extensions.iter().any(|&wanted| extension == wanted))
        });
        found.unwrap_or_else(|| panic!("none of {files:?} is a {extensions:?}")).clone()
    };
    (with(&["a"]), with(&["so", "dylib"]))
});

enum Link {
    Static,
    Dynamic,
}

/// Runs a command that must succeed; `install` says where it is from.
fn run(command: &mut Command, install: &str) -> Output {
    let output =
        command.output().unwrap_or_else(|error| panic!("cannot run {command:?} ({error}); {install}"));
    let streams = [&output.stdout[..], &output.stderr[..]].map(String::from_utf8_lossy);
    assert!(output.status.success(), "{command:?}: {}\n{}", output.status, streams.join("\n"));
    output
}

fn compile(compiler: &str, arguments: &[&str], source: &Path, program: &Path) -> Command {
    let mut command = Command::new(compiler);
    command.args(arguments).arg("-I").arg(Path::new(ROOT).join("resp-ffi/include"));
    command.arg(source).arg("-o").arg(program);
    command
}

/// Compiles and links a C program; returns its path.
fn program(name: &str, source: &Path, link: &Link) -> PathBuf {
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let (archive, shared) = &*LIBRARIES;
    let mut command = compile("cc", C, source, &program);
    match link {
        Link::Static if cfg!(target_os = "linux") => command.arg(archive).args(["-lpthread", "-ldl", "-lm"]),
        Link::Static => command.arg(archive),
        Link::Dynamic => {
            let folder = shared.parent().expect("a file has a folder").display();
            command.arg(shared).arg(format!("-Wl,-rpath,{folder}"))
        }
    };
    run(&mut command, "install a C compiler: `apt-get install gcc`, on macOS `xcode-select --install`");
    program
}

fn reader(name: &str, link: &Link) -> PathBuf {
    program(name, &Path::new(ROOT).join("tests/c/reader.c"), link)
}

fn assert_all_hold(output: &Output) {
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.ends_with(" checks, 0 failures\n"), "{printed}");
    assert!(!printed.starts_with("0 "), "{printed}");
}

#[test]
fn reader_linked_statically() {
    assert_all_hold(&run(&mut Command::new(reader("reader_static", &Link::Static)), "it was just built"));
}

#[test]
fn reader_linked_dynamically() {
    assert_all_hold(&run(&mut Command::new(reader("reader_dynamic", &Link::Dynamic)), "it was just built"));
}

#[cfg(target_os = "linux")]
#[test]
fn reader_neither_leaks_nor_touches_what_is_not_its_own() {
    let mut command = Command::new("valgrind");
    command.args(["--leak-check=full", "--error-exitcode=1"]);
    command.arg(reader("reader_watched", &Link::Static));
    assert_all_hold(&run(
        &mut command,
        "install it: `apt-get install valgrind` (Debian, Ubuntu), `dnf install valgrind` (Fedora), \
         `apk add valgrind` (Alpine), `pacman -S valgrind` (Arch)",
    ));
}

#[test]
fn header_is_also_cpp() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let source = folder.join("header.cpp");
    let text = "#include \"resp.h\"\nint main() { resp_reader_free(resp_reader_new(nullptr)); }\n";
    fs::write(&source, text).expect("a writable folder");
    let warnings = ["-std=c++11", "-Wall", "-Wextra", "-Werror", "-pedantic"];
    let program = folder.join("header_cpp");
    let mut command = compile("c++", &warnings, &source, &program);
    command
        .arg(&LIBRARIES.1)
        .arg(format!("-Wl,-rpath,{}", LIBRARIES.1.parent().expect("a folder").display()));
    run(&mut command, "install a C++ compiler: `apt-get install g++`, on macOS `xcode-select --install`");
    run(&mut Command::new(program), "it was just built");
}

#[test]
fn example_of_the_readme_prints_what_it_should() {
    let readme = fs::read_to_string(Path::new(ROOT).join("resp-ffi/README.md")).expect("a readable README");
    let (_, rest) = readme.split_once("```c\n").expect("an example in C");
    let (example, _) = rest.split_once("```").expect("an end of the example");
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme.c");
    fs::write(&source, example).expect("a writable folder");
    let example = program("readme", &source, &Link::Static);
    let output = run(&mut Command::new(example), "it was just built");
    let command = "*4\r\n$6\r\nLRANGE\r\n$3\r\nlog\r\n$1\r\n0\r\n$2\r\n-1\r\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{command}first\n42\n"));
}
