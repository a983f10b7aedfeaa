// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Transactions: commands that run together, or not at all. None of them runs here.
