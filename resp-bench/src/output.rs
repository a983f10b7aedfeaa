//! `print!` and `println!` of this program. Those of the standard library
//! panic if nobody reads, as after `resp-bench --list | head -1`; a run must
//! then go on to save its record and to end its server.

macro_rules! print {
    ($($argument:tt)*) => {{
        use std::io::Write as _;
        let _ = write!(std::io::stdout(), $($argument)*);
    }};
}

macro_rules! println {
    () => { print!("\n") };
    ($($argument:tt)*) => { print!("{}\n", format_args!($($argument)*)) };
}
